{{/* The standard "restricted", and our images' user: (list 10001). */}}
{{- define "samklima.podSecurity" -}}
automountServiceAccountToken: false
enableServiceLinks: false
securityContext:
  runAsNonRoot: true
  runAsUser: {{ first . }}
  runAsGroup: {{ first . }}
  fsGroup: {{ first . }}
  fsGroupChangePolicy: OnRootMismatch
  seccompProfile:
    type: RuntimeDefault
{{- end -}}

{{- define "samklima.containerSecurity" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities:
  drop: [ALL]
{{- end -}}

{{- define "samklima.pullSecrets" -}}
{{- with .Values.image.pullSecrets }}
imagePullSecrets:
  {{- range . }}
  - name: {{ . }}
  {{- end }}
{{- end }}
{{- end -}}

{{/* Environment from a map; sorted by name. */}}
{{- define "samklima.env" -}}
{{- range $name, $value := . }}
- name: {{ $name }}
  value: {{ $value | quote }}
{{- end }}
{{- end -}}

{{/* As our programs know it: nothing is text. */}}
{{- define "samklima.logFormat" -}}
{{- .Values.logFormat | eq "text" | ternary "" .Values.logFormat -}}
{{- end -}}

{{/* What portal and overview are told. */}}
{{- define "samklima.env.common" -}}
SAMKLIMA_LOG_FORMAT: {{ include "samklima.logFormat" . | quote }}
SAMKLIMA_MANAGEMENT_PORT: "9090"
SAMKLIMA_MANAGEMENT_ADDRESS: 0.0.0.0
SAMKLIMA_FORWARDED_HEADERS: framework
{{- end -}}

{{/* Where our programs find their secrets: files named like the variables that they stand for. */}}
{{- define "samklima.mounts" -}}
- name: tmp
  mountPath: /tmp
- name: secrets
  mountPath: /run/secrets/samklima
  readOnly: true
{{- if and (not .Values.postgresql.enabled) .Values.database.caSecret.name }}
- name: database-ca
  mountPath: /run/secrets/database-ca
  readOnly: true
{{- end }}
{{- end -}}

{{/* One file: (list secret key variable). */}}
{{- define "samklima.secretFile" -}}
- secret:
    name: {{ first . }}
    items:
      - key: {{ index . 1 }}
        path: {{ last . }}
{{- end -}}

{{/* Volumes of our programs: (list $ sizeOfTmp secretFiles). */}}
{{- define "samklima.volumes" -}}
- name: tmp
  emptyDir:
    sizeLimit: {{ index . 1 }}
- name: secrets
  projected:
    defaultMode: 0440
    sources:
      {{- last . | nindent 6 }}
{{- with (first .).Values }}
{{- if and (not .postgresql.enabled) .database.caSecret.name }}
- name: database-ca
  secret:
    secretName: {{ .database.caSecret.name }}
    defaultMode: 0444
    items:
      - key: {{ .database.caSecret.key }}
        path: ca.crt
{{- end }}
{{- end }}
{{- end -}}

{{/* Where pods may run: a component's values. */}}
{{- define "samklima.placement" -}}
{{- with .nodeSelector }}
nodeSelector:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .tolerations }}
tolerations:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .affinity }}
affinity:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .priorityClassName }}
priorityClassName: {{ . }}
{{- end }}
{{- end -}}

{{/* One variable from a secret, for what is read from no file: (list variable secret key). */}}
{{- define "samklima.secretEnv" -}}
- name: {{ first . }}
  valueFrom:
    secretKeyRef:
      name: {{ index . 1 }}
      key: {{ last . }}
{{- end -}}
