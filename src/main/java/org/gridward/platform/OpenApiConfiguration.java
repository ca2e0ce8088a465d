package org.gridward.platform;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
@ConditionalOnWebApplication
class OpenApiConfiguration {

    private static final String RECEIPT =
            "A receipt of POST /api/v1/locate says what became of every point: in = placed +"
                    + " joint + gap + outside + invalid. Its sha256, in lower-case hexadecimal, is taken over one line for each"
                    + " point in input order, in UTF-8: the index from 0, a comma, the grid code, a line feed (after the last"
                    + " line too). Where the code is null the line ends after the comma. Of a CSV every record after the header"
                    + " is a point, also one that stands INVALID; lines without any character are none.";

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("Gridward")
                        .version("v1")
                        .description("Who is responsible for this spot: grids, incidents, places and patrols of a city."
                                + " Times are ISO 8601 with an offset, geometry is GeoJSON in longitude and latitude,"
                                + " errors are application/problem+json.\n\n" + RECEIPT)
                        .license(new License().name("Apache-2.0")))
                .servers(List.of(new Server().url("/").description("this server")))
                .components(new Components()
                        .addSecuritySchemes(
                                "basic",
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("basic"))
                        .addSecuritySchemes(
                                "token",
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")))
                .addSecurityItem(new SecurityRequirement().addList("basic"))
                .addSecurityItem(new SecurityRequirement().addList("token"));
    }
}
