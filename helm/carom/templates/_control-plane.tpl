{{- define "carom.tls.secret" -}}
{{- if eq .Values.tls.mode "certManager" }}{{ include "carom.controlPlane.name" . }}-tls{{ else }}{{ .Values.tls.existingSecret }}{{ end -}}
{{- end -}}

{{- define "carom.hasTls" -}}{{ if ne .Values.tls.mode "none" }}true{{ end }}{{- end -}}

{{/* The container port of console, REST and agents. */}}
{{- define "carom.port" -}}{{ if include "carom.hasTls" . }}8443{{ else }}8080{{ end }}{{- end -}}

{{- define "carom.agentUrl" -}}
{{ if include "carom.hasTls" . }}https{{ else }}http{{ end }}://{{ include "carom.agentService.name" . }}.{{ .Release.Namespace }}.svc:{{ .Values.controlPlane.agentService.port }}
{{- end -}}

{{- define "carom.operatorUrl" -}}
{{ if include "carom.hasTls" . }}https{{ else }}http{{ end }}://{{ include "carom.controlPlane.name" . }}.{{ .Release.Namespace }}.svc:{{ .Values.controlPlane.service.port }}
{{- end -}}

{{- define "carom.fromSecret" -}}
- name: {{ .name }}
  valueFrom:
    secretKeyRef:
      name: {{ .secret }}
      key: {{ .key }}
{{- end -}}

{{/* Where the database is, and as whom to open it. */}}
{{- define "carom.database.environment" -}}
{{- $database := .Values.database -}}
{{- if eq $database.mode "external" -}}
- name: SPRING_DATASOURCE_URL
  value: {{ $database.external.url | quote }}
{{ include "carom.fromSecret" (dict "name" "SPRING_DATASOURCE_USERNAME" "secret" $database.external.existingSecret "key" $database.external.usernameKey) }}
{{ include "carom.fromSecret" (dict "name" "SPRING_DATASOURCE_PASSWORD" "secret" $database.external.existingSecret "key" $database.external.passwordKey) }}
{{- else if eq $database.mode "cnpg" -}}
{{- $secret := printf "%s-app" (include "carom.database.name" .) -}}
- name: SPRING_DATASOURCE_URL
  value: {{ printf "jdbc:postgresql://%s-rw:5432/carom?sslmode=require" (include "carom.database.name" .) | quote }}
{{ include "carom.fromSecret" (dict "name" "SPRING_DATASOURCE_USERNAME" "secret" $secret "key" "username") }}
{{ include "carom.fromSecret" (dict "name" "SPRING_DATASOURCE_PASSWORD" "secret" $secret "key" "password") }}
{{- end -}}
{{- end -}}

{{/* The role that changes the schema: known to the migration alone. */}}
{{- define "carom.migration.environment" -}}
{{- $external := .Values.database.external -}}
{{- if and (eq .Values.database.mode "external") $external.migrationSecret -}}
{{ include "carom.fromSecret" (dict "name" "CAROM_DB_MIGRATION_USERNAME" "secret" $external.migrationSecret "key" $external.usernameKey) }}
{{ include "carom.fromSecret" (dict "name" "CAROM_DB_MIGRATION_PASSWORD" "secret" $external.migrationSecret "key" $external.passwordKey) }}
{{- end -}}
{{- end -}}

{{/* Whether the control plane asks the cluster anything. */}}
{{- define "carom.reviewsTokens" -}}{{ if and .Values.agent.enabled (eq .Values.agent.identity.mode "serviceAccountToken") }}true{{ end }}{{- end -}}
{{- define "carom.asksCluster" -}}{{ if or (include "carom.reviewsTokens" .) .Values.serviceController.enabled }}true{{ end }}{{- end -}}

{{- define "carom.serviceController.environment" -}}
- name: CAROM_KUBERNETES_SERVICES_ENABLED
  value: "true"
- name: CAROM_KUBERNETES_SERVICES_CLUSTER
  value: {{ .Values.serviceController.clusterName | quote }}
- name: CAROM_KUBERNETES_SERVICES_NAMESPACE
  value: {{ .Release.Namespace | quote }}
- name: CAROM_KUBERNETES_SERVICES_LEASE
  value: {{ include "carom.serviceController.lease" . | quote }}
- name: CAROM_KUBERNETES_SERVICES_KUBEPROXYHEALTHPORT
  value: {{ .Values.serviceController.kubeProxyHealthPort | quote }}
{{- range $index, $pool := .Values.serviceController.addressPools }}
{{- $prefix := printf "CAROM_KUBERNETES_SERVICES_ADDRESSPOOLS_%d" $index }}
- name: {{ $prefix }}_NAME
  value: {{ $pool.name | quote }}
- name: {{ $prefix }}_NODEGROUP
  value: {{ $pool.nodeGroup | quote }}
- name: {{ $prefix }}_ADDRESSES
  value: {{ join "," $pool.addresses | quote }}
{{- if hasKey $pool "autoAssign" }}
- name: {{ $prefix }}_AUTOASSIGN
  value: {{ $pool.autoAssign | quote }}
{{- end }}
{{- end }}
{{- end -}}

{{- define "carom.serviceController.lease" -}}{{ include "carom.fullname" . }}-service-controller{{- end -}}

{{- define "carom.controlPlane.securityContext" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities:
  drop:
    - ALL
{{- end -}}

{{- define "carom.controlPlane.environment" -}}
{{- with include "carom.database.environment" . -}}
{{ . }}
- name: SPRING_FLYWAY_ENABLED
  value: "false"
{{ end -}}
- name: CAROM_DATA_DIR
  value: /var/lib/carom
{{- if include "carom.hasTls" . }}
- name: CAROM_TLS_CERTIFICATE_FILE
  value: /etc/carom/tls/tls.crt
- name: CAROM_TLS_KEY_FILE
  value: /etc/carom/tls/tls.key
{{- else }}
- name: SERVER_ADDRESS
  value: 0.0.0.0
{{- end }}
# The kubelet's probes come from outside the pod, in the clear; health alone answers them without a token.
- name: MANAGEMENT_SERVER_ADDRESS
  value: 0.0.0.0
- name: CAROM_INSECURE
  value: "1"
{{- if include "carom.reviewsTokens" . }}
- name: CAROM_KUBERNETES_TOKEN_AUDIENCE
  value: {{ .Values.agent.identity.audience | quote }}
- name: CAROM_KUBERNETES_AGENT_SERVICE_ACCOUNT
  value: {{ printf "%s:%s" .Release.Namespace (include "carom.agent.name" .) | quote }}
{{- end }}
{{- if .Values.serviceController.enabled }}
{{ include "carom.serviceController.environment" . }}
{{- end }}
- name: JAVA_TOOL_OPTIONS
  value: -XX:MaxRAMPercentage=75
{{- with .Values.controlPlane.extraEnv }}
{{ toYaml . }}
{{- end }}
{{- end -}}
