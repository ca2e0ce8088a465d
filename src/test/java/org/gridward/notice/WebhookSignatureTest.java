package org.gridward.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class WebhookSignatureTest {

    /** Computed with OpenSSL: {@code printf … | openssl dgst -sha256 -mac HMAC -macopt hexkey:… -binary | base64}. */
    @Test
    void signsAsTheSpecificationSays() {
        String secret = "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";
        UUID id = UUID.fromString("01900000-0000-7000-8000-000000000001");

        assertThat(WebhookSignature.sign(secret, id, 1_754_226_420L, "{\"event\":\"IncidentReported\"}"))
                .isEqualTo("v1,Z613fh9G5ojT24GCuaJKvcIm4cPPZKeuKizauGO/E1w=");
        assertThat(new String(WebhookSignature.key(secret), java.nio.charset.StandardCharsets.US_ASCII))
                .isEqualTo("0123456789abcdef0123456789abcdef");
    }
}
