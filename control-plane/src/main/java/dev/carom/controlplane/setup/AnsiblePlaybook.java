package dev.carom.controlplane.setup;

/** A playbook of Ansible's own modules; the inventory names the host. */
final class AnsiblePlaybook {
    private AnsiblePlaybook() {}

    static String of(SetupPlan plan) {
        return plan.undo()
                ? UNDO.formatted(plan.head(""), plan.name(), SystemdUnit.PATH, SysctlFile.PATH)
                : DO.formatted(
                        plan.head(""),
                        plan.name(),
                        SysctlFile.PATH,
                        LinuxCommands.indented(LinuxCommands.SETTINGS, 10),
                        SystemdUnit.PATH,
                        LinuxCommands.indented(SystemdUnit.of(plan), 10));
    }

    private static final String DO = """
            ---
            %s
            - name: Make the host a backend of Carom
              hosts: "%s"
              become: true
              tasks:
                - name: Keep quiet about the VIPs
                  ansible.builtin.copy:
                    dest: %s
                    mode: "0644"
                    content: |
            %s
                - name: Hold the VIPs from boot on
                  ansible.builtin.copy:
                    dest: %s
                    mode: "0644"
                    content: |
            %s
                  register: unit
                - name: Start now and at boot
                  ansible.builtin.systemd:
                    name: carom-backend.service
                    daemon_reload: true
                    enabled: true
                    state: "{{ 'restarted' if unit.changed else 'started' }}"
            """;

    private static final String UNDO = """
            ---
            %s
            - name: Undo what made the host a backend of Carom
              hosts: "%s"
              become: true
              tasks:
                - name: Look for the unit
                  ansible.builtin.stat:
                    path: %3$s
                  register: unit
                - name: Release the VIPs
                  ansible.builtin.systemd:
                    name: carom-backend.service
                    enabled: false
                    state: stopped
                  when: unit.stat.exists
                - name: Remove the files
                  ansible.builtin.file:
                    path: "{{ item }}"
                    state: absent
                  loop:
                    - %3$s
                    - %4$s
                - name: Let systemd forget the unit
                  ansible.builtin.systemd:
                    daemon_reload: true
            """;
}
