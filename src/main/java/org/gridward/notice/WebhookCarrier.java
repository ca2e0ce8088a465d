package org.gridward.notice;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Posts messages to other systems: JSON, signed, with the message's id and the time. It follows no redirect and goes only
 * where {@link UrlRules} let it. Any answer of 200 to 299 is taken as "received"; 410 means never again.
 */
@Component
class WebhookCarrier implements MessageCarrier {

    private final UrlRules rules;
    private final Clock clock;
    private final Duration timeout;
    private final HttpClient client;

    WebhookCarrier(UrlRules rules, Clock clock, @Value("${gridward.notice.timeout:10000}") long timeoutMillis) {
        this.rules = rules;
        this.clock = clock;
        this.timeout = Duration.ofMillis(timeoutMillis);
        this.client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(timeout)
                .build();
    }

    @Override
    public Channel channel() {
        return Channel.WEBHOOK;
    }

    @Override
    public boolean isReady() {
        return rules.isOpen();
    }

    @Override
    public Outcome carry(Parcel parcel) {
        Optional<String> complaint = rules.complaint(parcel.address());
        if (complaint.isPresent()) {
            return new Outcome.Failed("not sent: " + complaint.get());
        }
        CompletableFuture<HttpResponse<Void>> answer =
                client.sendAsync(request(parcel), HttpResponse.BodyHandlers.discarding());
        try {
            return outcome(answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS).statusCode());
        } catch (TimeoutException slow) {
            answer.cancel(true);
            return new Outcome.Failed("no answer within " + timeout.toMillis() + " ms");
        } catch (ExecutionException failure) {
            Throwable cause = failure.getCause();
            return new Outcome.Failed(
                    cause instanceof IOException ? "no connection: " + cause.getMessage() : String.valueOf(cause));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return new Outcome.Failed("this server is stopping");
        }
    }

    private HttpRequest request(Parcel parcel) {
        long seconds = clock.instant().getEpochSecond();
        return HttpRequest.newBuilder(URI.create(parcel.address()))
                .timeout(timeout)
                .header("Content-Type", "application/json")
                .header("User-Agent", "Gridward")
                .header("webhook-id", parcel.id().toString())
                .header("webhook-timestamp", Long.toString(seconds))
                .header(
                        "webhook-signature",
                        WebhookSignature.sign(parcel.secret(), parcel.id(), seconds, parcel.payload()))
                .POST(HttpRequest.BodyPublishers.ofString(parcel.payload()))
                .build();
    }

    private static Outcome outcome(int status) {
        if (status >= 200 && status < 300) {
            return new Outcome.Delivered();
        }
        if (status >= 300 && status < 400) {
            return new Outcome.Refused("answered " + status + "; redirects are not followed");
        }
        return status == 410 ? new Outcome.Refused("answered 410, gone") : new Outcome.Failed("answered " + status);
    }
}
