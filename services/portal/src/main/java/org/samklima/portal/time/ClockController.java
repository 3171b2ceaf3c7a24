package org.samklima.portal.time;

import java.time.Instant;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Moves the clock of a demonstration; only there, and only for the operator. */
@RestController
@RequestMapping("/api/v1/operator/clock")
@ConditionalOnBooleanProperty("samklima.demonstration")
class ClockController {

    private final AdjustableClock clock;

    ClockController(AdjustableClock clock) {
        this.clock = clock;
    }

    record Time(Instant now) {}

    /** From now on it is this time. */
    @PutMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void set(@RequestBody Time time) {
        clock.set(time.now());
    }

    /** Back to the present. */
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void reset() {
        clock.reset();
    }
}
