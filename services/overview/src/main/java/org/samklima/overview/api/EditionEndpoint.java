package org.samklima.overview.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.samklima.overview.answers.Answer;
import org.samklima.published.Edition;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;

/** A whole edition to take along. */
@ApiEndpoint
class EditionEndpoint {

    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");

    @GetMapping("/data.json")
    @Operation(summary = "The edition exactly as it was published")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Edition.class)))
    Answer json(@Parameter(hidden = true) Asked asked) {
        return new Answer.Json(
                asked.key(), asked.lifetime(), () -> asked.edition().published());
    }

    @GetMapping("/data.csv")
    @Operation(summary = "All figures of the edition, one to a line")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = "text/csv"))
    Answer csv(@Parameter(hidden = true) Asked asked) {
        return new Answer.File(
                asked.key(),
                asked.lifetime(),
                CSV,
                asked.fileName("csv"),
                out -> FigureCsv.write(asked.edition(), out));
    }
}
