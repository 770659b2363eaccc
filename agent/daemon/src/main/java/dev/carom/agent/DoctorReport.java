package dev.carom.agent;

import dev.carom.agent.diagnose.Check;
import dev.carom.agent.diagnose.Diagnosis;
import dev.carom.agent.diagnose.Diagnosis.BackendDiagnosis;
import dev.carom.agent.diagnose.Doctor;
import dev.carom.agent.diagnose.Fault;
import dev.carom.agent.diagnose.Request;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/** What the doctor found of every backend, as YAML. */
record DoctorReport(Doctor doctor) {
    static final String SOUND = "sound: true";

    String write() {
        try {
            return render(doctor.diagnose(Request.EVERYTHING, progress -> {}));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return "error: interrupted\n";
        }
    }

    private static String render(Diagnosis diagnosis) {
        boolean sound = diagnosis.backends().stream()
                .allMatch(backend -> backend.faults().isEmpty());
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setWidth(1_000);
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("sound", sound);
        document.put(
                "backends",
                diagnosis.backends().stream().map(DoctorReport::backend).toList());
        return new Yaml(options).dump(document);
    }

    private static Map<String, Object> backend(BackendDiagnosis diagnosis) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("backend", diagnosis.backend().toString());
        map.put("vip", diagnosis.vip().toString());
        map.put("faults", diagnosis.faults().stream().map(DoctorReport::fault).toList());
        map.put("checks", diagnosis.checks().stream().map(DoctorReport::check).toList());
        return map;
    }

    private static Map<String, Object> fault(Fault fault) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("code", fault.code().name());
        map.put("summary", fault.summary());
        map.put("shownBy", List.copyOf(fault.checks()));
        map.put("remedy", fault.remedy());
        if (!fault.decide().isEmpty()) {
            map.put("decide", fault.decide());
        }
        return map;
    }

    private static Map<String, Object> check(Check check) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("check", check.name());
        map.put("outcome", check.outcome().name());
        map.put("summary", check.summary());
        map.put("sent", List.copyOf(check.sent()));
        map.put("received", List.copyOf(check.received()));
        return map;
    }
}
