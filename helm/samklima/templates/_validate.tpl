{{/* Refuses values that would render, but not run: says all that is wrong at once, and what to do. */}}
{{- define "samklima.validate" -}}
{{- $problems := concat
  (include "samklima.validate.addresses" . | fromJsonArray)
  (include "samklima.validate.database" . | fromJsonArray)
  (include "samklima.validate.identity" . | fromJsonArray)
  (include "samklima.validate.network" . | fromJsonArray)
  (include "samklima.validate.environment" . | fromJsonArray)
  (include "samklima.validate.scale" . | fromJsonArray) -}}
{{- if $problems -}}
{{- fail (printf "\n\nThese values cannot be installed:\n  - %s\n" (join "\n  - " $problems)) -}}
{{- end -}}
{{- end -}}

{{- define "samklima.validate.addresses" -}}
{{- $problems := list -}}
{{- with .Values -}}
{{- if not .portal.host -}}
{{- $problems = append $problems "portal.host is missing: name the host that people sign in at, such as samklima.example.org" -}}
{{- end -}}
{{- if not .overview.host -}}
{{- $problems = append $problems "overview.host is missing: name the host of the public overview, such as klimat.example.org" -}}
{{- end -}}
{{- if and .portal.host (eq .portal.host .overview.host) -}}
{{- $problems = append $problems "portal.host and overview.host are the same: the public overview must have a host of its own, so that no cookie of the portal ever reaches it" -}}
{{- end -}}
{{- range $value, $host := dict "portal.host" .portal.host "overview.host" .overview.host "keycloak.host" .keycloak.host -}}
{{- if and $host (not (regexMatch "^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$" $host)) -}}
{{- $problems = append $problems (printf "%s is %q: give only the host in lower case, without https://, port or path" $value $host) -}}
{{- end -}}
{{- end -}}
{{- if not .mail.host -}}
{{- $problems = append $problems "mail.host is missing: invitations and reminders leave by mail" -}}
{{- end -}}
{{- if not .mail.from -}}
{{- $problems = append $problems "mail.from is missing: name the address that mails come from, such as samklima@example.org" -}}
{{- end -}}
{{- if and (eq (int .mail.port) 465) (ne .mail.encryption "tls") -}}
{{- $problems = append $problems "mail.port is 465, where a server expects TLS from the first byte on: set mail.encryption=tls, or use port 587" -}}
{{- end -}}
{{- end -}}
{{- toJson $problems -}}
{{- end -}}

{{- define "samklima.validate.database" -}}
{{- $problems := list -}}
{{- $root := . -}}
{{- with .Values -}}
{{- if and .postgresql.enabled .database.host -}}
{{- $problems = append $problems "database.host and postgresql.enabled exclude each other: leave database.host empty for a trial, or set postgresql.enabled=false to use your own PostgreSQL" -}}
{{- end -}}
{{- if and .postgresql.enabled .database.overviewHost -}}
{{- $problems = append $problems "database.overviewHost and postgresql.enabled exclude each other: the chart's own PostgreSQL has no replica" -}}
{{- end -}}
{{- if and .postgresql.enabled .keycloak.database.host -}}
{{- $problems = append $problems "keycloak.database.host and postgresql.enabled exclude each other: Keycloak's database is made in the chart's own PostgreSQL" -}}
{{- end -}}
{{- if not .postgresql.enabled -}}
{{- if not .database.host -}}
{{- $problems = append $problems "database.host is missing: name the host of your PostgreSQL, or set postgresql.enabled=true for a trial" -}}
{{- end -}}
{{- range $role := list "owner" "portal" "overview" -}}
{{- if not (index $root.Values.database.secrets $role).name -}}
{{- $problems = append $problems (printf "database.secrets.%s.name is missing: kubectl create secret generic samklima-%s --from-file=password=… and name it here" $role $role) -}}
{{- end -}}
{{- end -}}
{{- if and (hasPrefix "verify-" .database.sslMode) (not .database.caSecret.name) -}}
{{- $problems = append $problems (printf "database.caSecret.name is missing: database.sslMode=%s needs the certificate that the server's is signed by; kubectl create secret generic samklima-database-ca --from-file=ca.crt=…" .database.sslMode) -}}
{{- end -}}
{{- end -}}
{{- $names := list -}}
{{- range $role := list "owner" "portal" "overview" -}}
{{- $reference := index $root.Values.database.secrets $role -}}
{{- $names = append $names (printf "%s %s" (include "samklima.secret" (list $root $reference (printf "database-%s" $role))) $reference.key) -}}
{{- end -}}
{{- if lt (len (uniq $names)) 3 -}}
{{- $problems = append $problems "database.secrets: two roles share a password; each of owner, portal and overview needs its own, or the overview could sign in as more than itself" -}}
{{- end -}}
{{- end -}}
{{- toJson $problems -}}
{{- end -}}

{{- define "samklima.validate.identity" -}}
{{- $problems := list -}}
{{- with .Values -}}
{{- if .keycloak.enabled -}}
{{- if .identity.issuer -}}
{{- $problems = append $problems "identity.issuer and keycloak.enabled exclude each other: leave identity.issuer empty for a trial, or set keycloak.enabled=false to use your own Keycloak" -}}
{{- end -}}
{{- if not .keycloak.host -}}
{{- $problems = append $problems "keycloak.host is missing: name the host that browsers reach Keycloak at, such as id.example.org" -}}
{{- end -}}
{{- if and (not .postgresql.enabled) (not .keycloak.database.secret.name) -}}
{{- $problems = append $problems "keycloak.database.secret.name is missing: create the role and database \"keycloak\" in your PostgreSQL and name the secret with its password" -}}
{{- end -}}
{{- else -}}
{{- if not .identity.issuer -}}
{{- $problems = append $problems "identity.issuer is missing: name the realm of your Keycloak, such as https://id.example.org/realms/samklima, or set keycloak.enabled=true for a trial" -}}
{{- end -}}
{{- if not .identity.secret.name -}}
{{- $problems = append $problems (printf "identity.secret.name is missing: kubectl create secret generic samklima-identity --from-file=%s=… --from-file=%s=… and name it here" .identity.secret.portalKey .identity.secret.adminKey) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- toJson $problems -}}
{{- end -}}

{{- define "samklima.validate.network" -}}
{{- $problems := list -}}
{{- with .Values -}}
{{- if .networkPolicy.enabled -}}
{{- $example := "such as [{ipBlock: {cidr: 10.0.0.5/32}}], or set networkPolicy.enabled=false" -}}
{{- if and (not .postgresql.enabled) (not .networkPolicy.database) -}}
{{- $problems = append $problems (printf "networkPolicy.database is empty: say where your PostgreSQL is, %s" $example) -}}
{{- end -}}
{{- if and (not .keycloak.enabled) (not .networkPolicy.identity) -}}
{{- $problems = append $problems (printf "networkPolicy.identity is empty: say where your Keycloak is, %s" $example) -}}
{{- end -}}
{{- if not .networkPolicy.mail -}}
{{- $problems = append $problems (printf "networkPolicy.mail is empty: say where the mail server is, %s" $example) -}}
{{- end -}}
{{- if and .traces.endpoint (not .networkPolicy.traces) -}}
{{- $problems = append $problems (printf "networkPolicy.traces is empty: say where traces.endpoint is, %s" $example) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- toJson $problems -}}
{{- end -}}

{{- define "samklima.validate.environment" -}}
{{- $problems := list -}}
{{- range $component := list "portal" "overview" -}}
{{- range $name, $_ := (index $.Values $component).env -}}
{{- if regexMatch "PASSWORD|SECRET|TOKEN|CREDENTIAL" $name -}}
{{- $problems = append $problems (printf "%s.env.%s looks like a secret: put it into a Secret and name that under database.secrets, identity.secret or mail.secret" $component $name) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- toJson $problems -}}
{{- end -}}

{{- define "samklima.validate.scale" -}}
{{- $problems := list -}}
{{- range $name := list "portal" "overview" -}}
{{- $component := index $.Values $name -}}
{{- $least := include "samklima.replicas" (list $component "minReplicas") | int -}}
{{- $most := include "samklima.replicas" (list $component "maxReplicas") | int -}}
{{- if gt $least $most -}}
{{- $problems = append $problems (printf "%s.autoscaling.minReplicas (%d) is more than maxReplicas (%d)" $name $least $most) -}}
{{- end -}}
{{- $stay := int $component.disruptionBudget.minAvailable -}}
{{- if and (gt $least 1) (ge $stay $least) -}}
{{- $problems = append $problems (printf "%s.disruptionBudget.minAvailable (%d) leaves none to move: with %d at least, no node could ever be emptied; set it to %d or less" $name $stay $least (sub $least 1)) -}}
{{- end -}}
{{- if le (int $component.terminationGracePeriodSeconds) (add (int $component.drainSeconds) 30 | int) -}}
{{- $problems = append $problems (printf "%s.terminationGracePeriodSeconds (%d) is too short: what is under way gets 30 seconds after draining (%d), so set more than %d" $name (int $component.terminationGracePeriodSeconds) (int $component.drainSeconds) (add (int $component.drainSeconds) 30)) -}}
{{- end -}}
{{- end -}}
{{- $portals := include "samklima.replicas" (list .Values.portal "maxReplicas") | int -}}
{{- $overviews := include "samklima.replicas" (list .Values.overview "maxReplicas") | int -}}
{{- $needed := add (mul (add $portals 1) (include "samklima.connections.portal" .)) (mul (add $overviews 1) (include "samklima.connections.overview" .)) 10 -}}
{{- if gt $needed (int64 .Values.database.maxConnections) -}}
{{- $problems = append $problems (printf "database.maxConnections (%d) is too small: %d portals and %d overviews, one more of each during an upgrade, and 10 for migration and administration take %d; raise max_connections of the server (and say so here), or have fewer portals at most" (int .Values.database.maxConnections) $portals $overviews $needed) -}}
{{- end -}}
{{- toJson $problems -}}
{{- end -}}

{{/* Connections that one takes at most: spring.datasource.hikari.maximum-pool-size. */}}
{{- define "samklima.connections.portal" -}}20{{- end -}}
{{- define "samklima.connections.overview" -}}2{{- end -}}
