{{- define "carom.agent.environment" -}}
{{- $agent := .root.Values.agent -}}
- name: CAROM_CONTROL_PLANE
  value: {{ include "carom.agentUrl" .root | quote }}
- name: CAROM_NODE_NAME
  valueFrom:
    fieldRef:
      fieldPath: spec.nodeName
- name: NODE_ADDRESS
  valueFrom:
    fieldRef:
      fieldPath: status.hostIP
- name: CAROM_NODE_TOKEN_FILE
  value: /etc/carom/identity/token
{{- if include "carom.hasTls" .root }}
- name: CAROM_CONTROL_PLANE_CA_FILE
  value: /etc/carom/trust/ca.crt
{{- end }}
- name: CAROM_INTERFACES
  value: {{ join "," .group.interfaces | quote }}
{{- with .group.excludeInterfaces }}
- name: CAROM_INTERFACES_EXCLUDE
  value: {{ join "," . | quote }}
{{- end }}
- name: CAROM_STATE_DIR
  value: /var/lib/carom/agent
- name: CAROM_DATAPATH_OFFLOAD
  value: {{ $agent.offload | quote }}
- name: CAROM_HYGIENE_OFFLOADS
  value: {{ $agent.hygieneOffloads | quote }}
- name: CAROM_HTTP_BIND
  value: $(NODE_ADDRESS):{{ $agent.metricsPort }}
{{- if $agent.handOver.enabled }}
- name: CAROM_REST
  value: {{ include "carom.operatorUrl" .root | quote }}
- name: CAROM_API_TOKEN_FILE
  value: /etc/carom/hand-over/token
{{- end }}
{{- with $agent.extraEnv }}
{{ toYaml . }}
{{- end }}
{{- end -}}

{{- define "carom.agent.mounts" -}}
- name: tmp
  mountPath: /tmp
- name: state
  mountPath: /var/lib/carom/agent
- name: run
  mountPath: /run/carom
- name: bpffs
  mountPath: /sys/fs/bpf
  mountPropagation: HostToContainer
- name: identity
{{- if eq .Values.agent.identity.mode "serviceAccountToken" }}
  mountPath: /etc/carom/identity
{{- else }}
  # Of all nodes' tokens, a pod sees its own.
  mountPath: /etc/carom/identity/token
  subPathExpr: $(CAROM_NODE_NAME)
{{- end }}
  readOnly: true
{{- if include "carom.hasTls" . }}
- name: trust
  mountPath: /etc/carom/trust
  readOnly: true
{{- end }}
{{- if .Values.agent.handOver.enabled }}
- name: hand-over
  mountPath: /etc/carom/hand-over
  readOnly: true
{{- end }}
{{- end -}}

{{- define "carom.agent.volumes" -}}
- name: tmp
  emptyDir: {}
- name: state
  hostPath:
    path: {{ .Values.agent.stateDirectory }}
    type: DirectoryOrCreate
- name: run
  hostPath:
    path: {{ .Values.agent.runDirectory }}
    type: DirectoryOrCreate
- name: bpffs
  hostPath:
    path: /sys/fs/bpf
    type: Directory
- name: identity
{{- if eq .Values.agent.identity.mode "serviceAccountToken" }}
  projected:
    defaultMode: 0400
    sources:
      - serviceAccountToken:
          path: token
          audience: {{ .Values.agent.identity.audience }}
          expirationSeconds: {{ .Values.agent.identity.expirationSeconds }}
{{- else }}
  secret:
    secretName: {{ .Values.agent.identity.tokenSecret }}
    defaultMode: 0400
{{- end }}
{{- if include "carom.hasTls" . }}
- name: trust
  secret:
    secretName: {{ include "carom.tls.secret" . }}
    defaultMode: 0400
    items:
      - key: ca.crt
        path: ca.crt
{{- end }}
{{- if .Values.agent.handOver.enabled }}
- name: hand-over
  secret:
    secretName: {{ .Values.agent.handOver.tokenSecret }}
    defaultMode: 0400
    items:
      - key: token
        path: token
{{- end }}
{{- end -}}
