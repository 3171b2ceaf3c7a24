{{/*
The program of the image "migration": (dict "root" $ "component" … "name" … "retries" … "secrets" …), and "args" and
"annotations" where there are any.
*/}}
{{- define "samklima.job" -}}
{{- $migration := .root.Values.migration -}}
apiVersion: batch/v1
kind: Job
metadata:
  name: {{ include "samklima.name" (list .root .name) }}
  namespace: {{ .root.Release.Namespace }}
  labels:
    {{- include "samklima.labels" (list .root .component) | nindent 4 }}
  {{- with .annotations }}
  annotations:
    {{- . | nindent 4 }}
  {{- end }}
spec:
  backoffLimit: {{ .retries }}
  activeDeadlineSeconds: {{ $migration.timeoutSeconds }}
  ttlSecondsAfterFinished: {{ $migration.keepSeconds }}
  template:
    metadata:
      labels:
        {{- include "samklima.labels" (list .root .component) | nindent 8 }}
    spec:
      serviceAccountName: {{ include "samklima.name" (list .root .component) }}
      restartPolicy: Never
      {{- include "samklima.podSecurity" (list 10001) | nindent 6 }}
      {{- include "samklima.pullSecrets" .root | nindent 6 }}
      {{- include "samklima.placement" $migration | nindent 6 }}
      containers:
        - name: {{ .component }}
          image: {{ include "samklima.image" (list .root $migration.repository) }}
          imagePullPolicy: {{ .root.Values.image.pullPolicy }}
          {{- with .args }}
          args: {{ toJson . }}
          {{- end }}
          env:
            {{- $host := include "samklima.database.host" .root }}
            {{- $env := dict
              "SAMKLIMA_DATABASE_URL" (include "samklima.database.url" (list .root $host "samklima"))
              "SAMKLIMA_LOG_FORMAT" (include "samklima.logFormat" .root) }}
            {{- include "samklima.env" $env | nindent 12 }}
          securityContext:
            {{- include "samklima.containerSecurity" . | nindent 12 }}
          resources:
            {{- toYaml $migration.resources | nindent 12 }}
          volumeMounts:
            {{- include "samklima.mounts" .root | nindent 12 }}
      volumes:
        {{- include "samklima.volumes" (list .root $migration.temporaryStorage .secrets) | nindent 8 }}
{{- end -}}
