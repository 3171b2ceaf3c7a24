package org.samklima.overview.answers;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Takes what a template writes, and keeps the real response untouched: it is written from the finished answer. */
final class CapturedResponse extends HttpServletResponseWrapper {

    private final OutputStream out;
    private @Nullable PrintWriter writer;

    CapturedResponse(HttpServletResponse response, OutputStream out) {
        super(response);
        this.out = out;
    }

    @Override
    public PrintWriter getWriter() {
        if (writer == null) {
            writer = new PrintWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        }
        return writer;
    }

    @Override
    public ServletOutputStream getOutputStream() {
        throw new UnsupportedOperationException("Templates write characters");
    }

    @Override
    public String getCharacterEncoding() {
        return StandardCharsets.UTF_8.name();
    }

    @Override
    public void setContentType(@Nullable String type) {
        // The finished answer says its type itself.
    }

    @Override
    public void setCharacterEncoding(@Nullable String encoding) {
        // Always UTF-8.
    }

    @Override
    public void setLocale(@Nullable Locale language) {
        // The finished answer says its language itself.
    }

    @Override
    public void flushBuffer() throws IOException {
        if (writer != null) {
            writer.flush();
        }
    }
}
