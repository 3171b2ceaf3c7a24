{{/*
Portal and overview have the same shape. Each define here takes (dict "root" $ "component" "portal" "port" 8081 …) and
reads the component's values.
*/}}
{{- define "samklima.application.deployment" -}}
{{- $values := index .root.Values .component -}}
{{- $key := list .root .component -}}
apiVersion: apps/v1
kind: Deployment
metadata:
  {{- include "samklima.metadata" $key | nindent 2 }}
spec:
  {{- if not $values.autoscaling.enabled }}
  replicas: {{ $values.replicas }}
  {{- end }}
  revisionHistoryLimit: 5
  progressDeadlineSeconds: 600
  minReadySeconds: 5
  strategy:
    type: RollingUpdate
    rollingUpdate:
      maxUnavailable: 0
      maxSurge: 1
  selector:
    matchLabels:
      {{- include "samklima.selector" $key | nindent 6 }}
  template:
    metadata:
      labels:
        {{- include "samklima.labels" $key | nindent 8 }}
        {{- with $values.podLabels }}
        {{- toYaml . | nindent 8 }}
        {{- end }}
      annotations:
        kubectl.kubernetes.io/default-container: {{ .component }}
        {{- with $values.podAnnotations }}
        {{- toYaml . | nindent 8 }}
        {{- end }}
    spec:
      serviceAccountName: {{ include "samklima.name" $key }}
      {{- include "samklima.podSecurity" (list 10001) | nindent 6 }}
      {{- include "samklima.pullSecrets" .root | nindent 6 }}
      terminationGracePeriodSeconds: {{ $values.terminationGracePeriodSeconds }}
      topologySpreadConstraints:
        {{- range list "topology.kubernetes.io/zone" "kubernetes.io/hostname" }}
        - topologyKey: {{ . }}
          maxSkew: 1
          whenUnsatisfiable: ScheduleAnyway
          matchLabelKeys: [pod-template-hash]
          labelSelector:
            matchLabels:
              {{- include "samklima.selector" $key | nindent 14 }}
        {{- end }}
      {{- include "samklima.placement" $values | nindent 6 }}
      containers:
        - name: {{ .component }}
          image: {{ include "samklima.image" (list .root $values.repository) }}
          imagePullPolicy: {{ .root.Values.image.pullPolicy }}
          ports:
            - name: http
              containerPort: {{ .port }}
            - name: management
              containerPort: 9090
          env:
            {{- include "samklima.env" (mergeOverwrite .env $values.env) | nindent 12 }}
          securityContext:
            {{- include "samklima.containerSecurity" . | nindent 12 }}
          resources:
            {{- toYaml $values.resources | nindent 12 }}
          startupProbe:
            httpGet:
              path: /actuator/health/liveness
              port: management
            periodSeconds: 2
            timeoutSeconds: 2
            failureThreshold: 90
          readinessProbe:
            httpGet:
              path: /actuator/health/readiness
              port: management
            periodSeconds: 5
            timeoutSeconds: 5
            failureThreshold: 3
          livenessProbe:
            httpGet:
              path: /actuator/health/liveness
              port: management
            periodSeconds: 10
            timeoutSeconds: 5
            failureThreshold: 6
          lifecycle:
            preStop:
              sleep:
                seconds: {{ $values.drainSeconds }}
          volumeMounts:
            {{- include "samklima.mounts" .root | nindent 12 }}
      volumes:
        {{- include "samklima.volumes" (list .root $values.temporaryStorage .secrets) | nindent 8 }}
{{- end -}}

{{- define "samklima.application.service" -}}
{{- $key := list .root .component -}}
apiVersion: v1
kind: Service
metadata:
  {{- include "samklima.metadata" $key | nindent 2 }}
spec:
  type: ClusterIP
  selector:
    {{- include "samklima.selector" $key | nindent 4 }}
  ports:
    - name: http
      port: 80
      targetPort: http
    - name: management
      port: 9090
      targetPort: management
{{- end -}}

{{- define "samklima.application.autoscaler" -}}
{{- $values := index .root.Values .component -}}
{{- $key := list .root .component -}}
{{- if $values.autoscaling.enabled -}}
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  {{- include "samklima.metadata" $key | nindent 2 }}
spec:
  scaleTargetRef:
    apiVersion: apps/v1
    kind: Deployment
    name: {{ include "samklima.name" $key }}
  minReplicas: {{ $values.autoscaling.minReplicas }}
  maxReplicas: {{ $values.autoscaling.maxReplicas }}
  metrics:
    - type: Resource
      resource:
        name: cpu
        target:
          type: Utilization
          averageUtilization: {{ $values.autoscaling.targetCpu }}
  behavior:
    # A starting JVM is busy with itself: do not take that for load.
    scaleUp:
      stabilizationWindowSeconds: 60
      policies:
        - type: Pods
          value: 2
          periodSeconds: 60
    scaleDown:
      stabilizationWindowSeconds: 600
      policies:
        - type: Pods
          value: 1
          periodSeconds: 120
{{- end -}}
{{- end -}}

{{- define "samklima.application.disruptionBudget" -}}
{{- $values := index .root.Values .component -}}
{{- $key := list .root .component -}}
{{- if gt (include "samklima.replicas" (list $values "minReplicas") | int) 1 -}}
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  {{- include "samklima.metadata" $key | nindent 2 }}
spec:
  minAvailable: {{ $values.disruptionBudget.minAvailable }}
  # A pod that does not become ready shall not keep a node from being emptied.
  unhealthyPodEvictionPolicy: AlwaysAllow
  selector:
    matchLabels:
      {{- include "samklima.selector" $key | nindent 6 }}
{{- end -}}
{{- end -}}

{{- define "samklima.application.account" -}}
apiVersion: v1
kind: ServiceAccount
metadata:
  {{- include "samklima.metadata" (list .root .component) | nindent 2 }}
automountServiceAccountToken: false
{{- end -}}

{{/* (dict "root" $ "component" "portal" "paths" (list "/")) */}}
{{- define "samklima.application.ingress" -}}
{{- $values := index .root.Values .component -}}
{{- $key := list .root .component -}}
{{- if .root.Values.ingress.enabled -}}
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  {{- include "samklima.metadata" $key | nindent 2 }}
  {{- with mergeOverwrite (dict) .root.Values.ingress.annotations $values.ingress.annotations }}
  annotations:
    {{- toYaml . | nindent 4 }}
  {{- end }}
spec:
  {{- with .root.Values.ingress.className }}
  ingressClassName: {{ . }}
  {{- end }}
  tls:
    - hosts:
        - {{ $values.host }}
      secretName: {{ $values.ingress.tlsSecret | default (printf "%s-tls" (include "samklima.name" $key)) }}
  rules:
    - host: {{ $values.host }}
      http:
        paths:
          {{- range .paths }}
          - path: {{ . }}
            pathType: Prefix
            backend:
              service:
                name: {{ include "samklima.name" $key }}
                port:
                  name: http
          {{- end }}
{{- end -}}
{{- end -}}
