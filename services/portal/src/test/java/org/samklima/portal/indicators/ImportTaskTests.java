package org.samklima.portal.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.serializer.Serializer;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ImportTaskTests {

    private static final String AS_IT_STANDS_IN_THE_QUEUE =
            "rO0ABXNyAClvcmcuc2Fta2xpbWEucG9ydGFsLmluZGljYXRvcnMuSW1wb3J0VGFzawAAAAAAAAAAAgACTAAIaW1wb3J0SWR0"
                    + "ABBMamF2YS91dGlsL1VVSUQ7TAAIdGVuYW50SWRxAH4AAXhwc3IADmphdmEudXRpbC5VVUlEvJkD95hthS8CAAJKAAxsZWFz"
                    + "dFNpZ0JpdHNKAAttb3N0U2lnQml0c3hwgAAAAAAAAAIBk2VeehBwAHNxAH4AA4AAAAAAAAABAZNlXnoQcAA=";

    @Test
    void an_import_that_waits_during_an_upgrade_is_understood_by_the_next_version() {
        var waiting = Serializer.DEFAULT_JAVA_SERIALIZER.deserialize(
                ImportTask.class, Base64.getDecoder().decode(AS_IT_STANDS_IN_THE_QUEUE));

        assertThat(waiting)
                .isEqualTo(new ImportTask(
                        UUID.fromString("0193655e-7a10-7000-8000-000000000001"),
                        UUID.fromString("0193655e-7a10-7000-8000-000000000002")));
    }
}
