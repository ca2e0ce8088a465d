package org.gridward.notice;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.List;
import java.util.Optional;
import org.gridward.platform.Fault;
import org.gridward.platform.Problem;

/** What a subscription must satisfy besides the rules for addresses of webhooks; every broken rule is one entry. Pure. */
final class SubscriptionRules {

    private SubscriptionRules() {}

    static void check(Subscribe wanted) {
        Problem problem =
                Problem.unprocessable("subscription-not-acceptable", "The subscription cannot be taken as it is.");
        Texts.check(problem, "/name", wanted.name(), 200, true);
        Texts.check(problem, "/address", wanted.address(), 500, true);
        Texts.check(problem, "/grid", wanted.grid(), 40, false);
        if (wanted.channel() == null) {
            problem.with("/channel", Fault.MISSING, "missing; send MAIL or WEBHOOK");
        }
        if (wanted.channel() == Channel.MAIL && wanted.address() != null) {
            mailComplaint(wanted.address()).ifPresent(why -> problem.with("/address", Fault.MAIL, why));
        }
        if (wanted.secret() != null && wanted.channel() != Channel.WEBHOOK) {
            problem.with("/secret", Fault.SUPERFLUOUS, "only webhooks are signed");
        }
        secretComplaint(wanted.secret()).ifPresent(why -> problem.with("/secret", Fault.SECRET, why));
        events(problem, wanted.events());
        if (wanted.categories() != null && wanted.categories().size() > 100) {
            problem.with(
                    "/categories",
                    Fault.itemsMost(100),
                    wanted.categories().size() + " categories; send at most 100, or none for all");
        }
        if (!problem.entries().isEmpty()) {
            throw problem;
        }
    }

    private static void events(Problem problem, List<String> events) {
        if (events == null || events.isEmpty() || events.size() > 20) {
            problem.with("/events", Fault.count(1, 20), "name 1 to 20 of " + NoticeEvent.codes());
            return;
        }
        for (int i = 0; i < events.size(); i++) {
            String event = events.get(i);
            if (event == null || NoticeEvent.find(event).isEmpty()) {
                problem.with("/events/" + i, Fault.CHOICE, "'" + event + "' is none of " + NoticeEvent.codes());
            }
        }
    }

    private static Optional<String> mailComplaint(String address) {
        try {
            InternetAddress[] read = InternetAddress.parse(address, true);
            if (read.length == 1 && read[0].getAddress().equals(address) && address.indexOf('@') > 0) {
                read[0].validate();
                return Optional.empty();
            }
        } catch (AddressException unreadable) {
            // Answered below like everything else that is not one address.
        }
        return Optional.of("'" + address + "' is not one mail address such as desk@example.org");
    }

    private static Optional<String> secretComplaint(String secret) {
        if (secret == null) {
            return Optional.empty();
        }
        try {
            int bytes = secret.length() > 200 ? 0 : WebhookSignature.key(secret).length;
            return bytes >= 24 && bytes <= 64
                    ? Optional.empty()
                    : Optional.of("a secret has 24 to 64 bytes; leave it out and one is made");
        } catch (IllegalArgumentException noBase64) {
            return Optional.of("behind whsec_ stands base64");
        }
    }
}
