package org.gridward.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import org.gridward.GridwardIT;
import org.gridward.TestApi;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/** Keeps docs/generated/openapi.json equal to what the server says of itself. */
@GridwardIT
class OpenApiIT {

    @Autowired
    ApplicationContext context;

    @Test
    void theCommittedDocumentIsTheServersOwn() {
        JsonMapper json = JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
                .build();
        GeneratedDocs.check("openapi.json", json.writeValueAsString(json.readTree(document())) + "\n");
    }

    @Test
    void everyPathOfThePublicContractIsThere() {
        JsonNode paths = JsonMapper.shared().readTree(document()).path("paths");
        assertThat(paths.propertyNames())
                .contains(
                        "/api/v1/responsibility",
                        "/api/v1/locate",
                        "/api/v1/layers",
                        "/api/v1/layers/{layer}",
                        "/api/v1/layers/{layer}/grids",
                        "/api/v1/layers/{layer}/editions",
                        "/api/v1/incidents",
                        "/api/v1/incidents/{id}",
                        "/api/v1/incidents/{id}/actions",
                        "/api/v1/categories",
                        "/api/v1/stream",
                        "/api/v1/places",
                        "/api/v1/places/{code}",
                        "/api/v1/tracks");
    }

    private String document() {
        TestApi.Answer answer = TestApi.of(context).as("planner").get("/v3/api-docs");
        assertThat(answer.status()).isEqualTo(200);
        return answer.body();
    }
}
