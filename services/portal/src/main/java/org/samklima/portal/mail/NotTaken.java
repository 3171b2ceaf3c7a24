package org.samklima.portal.mail;

import jakarta.mail.MessagingException;
import java.util.Optional;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;

/** The mail server did not take a mail. Says why without saying whose mail it was: the server's own words name the address. */
final class NotTaken extends RuntimeException {

    NotTaken(MailException failure) {
        super(reason(failure));
    }

    private static String reason(MailException failure) {
        var cause = failure instanceof MailSendException sending
                        && !sending.getFailedMessages().isEmpty()
                ? sending.getFailedMessages().values().iterator().next()
                : NestedExceptionUtils.getMostSpecificCause(failure);
        var kind = cause.getClass().getSimpleName();
        return answer(cause)
                .map(code -> "The mail server answered %d (%s)".formatted(code, kind))
                .orElse("The mail server did not take the mail (%s)".formatted(kind));
    }

    /** The SMTP reply code: 4xx may pass, 5xx will not. */
    private static Optional<Integer> answer(@Nullable Throwable cause) {
        return switch (cause) {
            case SMTPAddressFailedException address -> Optional.of(address.getReturnCode());
            case SMTPSenderFailedException sender -> Optional.of(sender.getReturnCode());
            case SMTPSendFailedException sending -> nested(sending).or(() -> Optional.of(sending.getReturnCode()));
            case MessagingException other -> nested(other);
            case null, default -> Optional.empty();
        };
    }

    private static Optional<Integer> nested(MessagingException failure) {
        return failure.getNextException() == null ? Optional.empty() : answer(failure.getNextException());
    }
}
