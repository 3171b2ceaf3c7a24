package org.samklima.portal.operations;

import com.github.kagkarlsson.scheduler.event.ExecutionChain;
import com.github.kagkarlsson.scheduler.event.ExecutionInterceptor;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.transport.Kind;
import io.micrometer.observation.transport.ReceiverContext;
import io.micrometer.tracing.Tracer;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.MDC;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Times every job, names it in the log lines written meanwhile, and goes on with the trace of whatever scheduled it. A job
 * that begins soon is part of that trace; one that was planned long ahead, or is tried again much later, has a trace of its
 * own with a link back, for nobody keeps a trace open for weeks.
 */
@Component
class JobTraces implements ExecutionInterceptor {

    private static final String IN_LOGS = "job";
    private static final Duration SOON = Duration.ofMinutes(5);

    private final ObservationRegistry observations;
    private final ObjectProvider<Tracer> tracer;
    private final JdbcClient jdbc;

    JobTraces(ObservationRegistry observations, ObjectProvider<Tracer> tracer, JdbcClient jdbc) {
        this.observations = observations;
        this.tracer = tracer;
        this.jdbc = jdbc;
    }

    /**
     * What scheduled a job.
     *
     * @param span as a W3C traceparent
     */
    private record Cause(String span, boolean recent) {

        SpanContext context() {
            var part = span.split("-");
            return SpanContext.createFromRemoteParent(
                    part[1], part[2], TraceFlags.getSampled(), TraceState.getDefault());
        }
    }

    @Override
    public CompletionHandler<?> execute(TaskInstance<?> job, ExecutionContext context, ExecutionChain chain) {
        try (var _ = MDC.putCloseable(IN_LOGS, job.getTaskName())) {
            var cause = cause(job);
            return Observation.createNotStarted(
                            "samklima.job", () -> continuing(cause.filter(Cause::recent)), observations)
                    .contextualName("job " + job.getTaskName())
                    .lowCardinalityKeyValue("task", job.getTaskName())
                    .observe(() -> {
                        cause.filter(known -> !known.recent)
                                .ifPresent(known -> Span.current().addLink(known.context()));
                        return chain.proceed(job, context);
                    });
        }
    }

    private static ReceiverContext<String> continuing(Optional<Cause> cause) {
        var context = new ReceiverContext<String>(
                (span, key) -> key.equals("traceparent") && !span.isEmpty() ? span : null, Kind.CONSUMER);
        context.setCarrier(cause.map(Cause::span).orElse(""));
        return context;
    }

    private Optional<Cause> cause(TaskInstance<?> job) {
        if (tracer.stream().allMatch(Tracer.NOOP::equals)) {
            return Optional.empty();
        }
        return jdbc.sql("SELECT caused_by, caused_at > now() - make_interval(secs => ?) FROM scheduled_tasks"
                        + " WHERE task_name = ? AND task_instance = ? AND caused_by IS NOT NULL")
                .params(SOON.toSeconds(), job.getTaskName(), job.getId())
                .query((row, _) -> new Cause(row.getString(1), row.getBoolean(2)))
                .optional();
    }
}
