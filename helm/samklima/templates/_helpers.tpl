{{- define "samklima.fullname" -}}
{{- if .Values.fullnameOverride -}}
{{- .Values.fullnameOverride | trunc 40 | trimSuffix "-" -}}
{{- else -}}
{{- $name := default .Chart.Name .Values.nameOverride -}}
{{- ternary .Release.Name (printf "%s-%s" .Release.Name $name) (contains $name .Release.Name) | trunc 40 | trimSuffix "-" -}}
{{- end -}}
{{- end -}}

{{/* The name of an object of a component: (list $ "portal"). */}}
{{- define "samklima.name" -}}
{{- printf "%s-%s" (include "samklima.fullname" (first .)) (last .) -}}
{{- end -}}

{{/* What selects the pods of a component and never changes: (list $ "portal"). */}}
{{- define "samklima.selector" -}}
app.kubernetes.io/name: {{ default (first .).Chart.Name (first .).Values.nameOverride }}
app.kubernetes.io/instance: {{ (first .).Release.Name }}
app.kubernetes.io/component: {{ last . }}
{{- end -}}

{{- define "samklima.labels" -}}
{{ include "samklima.selector" . }}
app.kubernetes.io/part-of: samklima
app.kubernetes.io/version: {{ (first .).Values.image.tag | default (first .).Chart.AppVersion | replace "@" "_" | replace ":" "_" | trunc 63 | trimAll "_.-" | quote }}
app.kubernetes.io/managed-by: {{ (first .).Release.Service }}
helm.sh/chart: {{ printf "%s-%s" (first .).Chart.Name (first .).Chart.Version | replace "+" "_" }}
{{- with (first .).Values.commonLabels }}
{{ toYaml . }}
{{- end }}
{{- end -}}

{{/* name, namespace and labels of an object of a component: (list $ "portal"). */}}
{{- define "samklima.metadata" -}}
name: {{ include "samklima.name" . }}
namespace: {{ (first .).Release.Namespace }}
labels:
  {{- include "samklima.labels" . | nindent 2 }}
{{- end -}}

{{/* One of our images: (list $ .Values.portal.repository). */}}
{{- define "samklima.image" -}}
{{- $image := (first .).Values.image -}}
{{- if $image.registry }}{{ trimSuffix "/" $image.registry }}/{{ end }}{{ last . }}:{{ $image.tag | default (first .).Chart.AppVersion -}}
{{- end -}}

{{/* The secret that a reference names, else the one that the chart generates: (list $ reference "database-owner"). */}}
{{- define "samklima.secret" -}}
{{- (index . 1).name | default (include "samklima.name" (list (first .) (last .))) -}}
{{- end -}}

{{- define "samklima.database.host" -}}
{{- .Values.postgresql.enabled | ternary (include "samklima.name" (list . "postgresql")) .Values.database.host -}}
{{- end -}}

{{/* JDBC address: (list $ host "samklima"). */}}
{{- define "samklima.database.url" -}}
{{- $values := (first .).Values -}}
jdbc:postgresql://{{ index . 1 }}:{{ $values.postgresql.enabled | ternary 5432 $values.database.port }}/{{ last . }}
{{- if $values.postgresql.enabled }}?sslmode=disable
{{- else }}?sslmode={{ $values.database.sslMode }}
{{- if $values.database.caSecret.name }}&sslrootcert=/run/secrets/database-ca/ca.crt{{ end }}
{{- end }}
{{- end -}}

{{- define "samklima.identity.issuer" -}}
{{- .Values.keycloak.enabled | ternary (printf "https://%s/realms/samklima" .Values.keycloak.host) .Values.identity.issuer -}}
{{- end -}}

{{- define "samklima.identity.backchannel" -}}
{{- if .Values.keycloak.enabled -}}
http://{{ include "samklima.name" (list . "keycloak") }}:8080/realms/samklima
{{- else -}}
{{ .Values.identity.backchannel | default .Values.identity.issuer }}
{{- end -}}
{{- end -}}

{{/* The port of an address: its own, else that of its scheme. */}}
{{- define "samklima.port" -}}
{{- $host := (urlParse .).host -}}
{{- if regexMatch ":[0-9]+$" $host -}}
{{ regexFind "[0-9]+$" $host }}
{{- else -}}
{{ hasPrefix "https:" . | ternary 443 80 }}
{{- end -}}
{{- end -}}

{{/* How many of a component there are at least, at most: (list .Values.portal "minReplicas"). */}}
{{- define "samklima.replicas" -}}
{{- $component := first . -}}
{{- $component.autoscaling.enabled | ternary (index $component.autoscaling (last .)) $component.replicas | int -}}
{{- end -}}
