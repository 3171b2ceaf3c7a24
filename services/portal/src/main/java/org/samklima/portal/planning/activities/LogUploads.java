package org.samklima.portal.planning.activities;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.samklima.portal.files.CheckedFile;
import org.samklima.portal.problem.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.validation.BindingResult;
import org.springframework.web.multipart.MultipartFile;

/**
 * The picture and the files that came with an entry.
 *
 * @param files those that are as they should be
 * @param status of the answer, should the page have to be shown once more
 * @param any whether anything was chosen: a browser does not keep that
 */
record LogUploads(List<CheckedFile> files, HttpStatusCode status, boolean any) {

    /** With what is wrong among the errors, at the field where it was chosen. */
    static LogUploads read(@Nullable MultipartFile picture, @Nullable List<MultipartFile> files, BindingResult errors) {
        var checked = new ArrayList<CheckedFile>();
        HttpStatusCode status = HttpStatus.UNPROCESSABLE_CONTENT;
        boolean any = false;
        for (var upload : chosen(picture, files)) {
            try {
                var file = CheckedFile.of(upload);
                file.ifPresent(checked::add);
                any |= file.isPresent();
            } catch (Problem problem) {
                errors.rejectValue("attached", problem.messageKey(), problem.arguments(), null);
                any = true;
                if (problem.kind() == Problem.Kind.TOO_LARGE) {
                    status = HttpStatusCode.valueOf(problem.kind().status());
                }
            }
        }
        return new LogUploads(checked, status, any);
    }

    private static List<MultipartFile> chosen(@Nullable MultipartFile picture, @Nullable List<MultipartFile> files) {
        var chosen = new ArrayList<MultipartFile>();
        if (picture != null) {
            chosen.add(picture);
        }
        if (files != null) {
            chosen.addAll(files);
        }
        return chosen;
    }
}
