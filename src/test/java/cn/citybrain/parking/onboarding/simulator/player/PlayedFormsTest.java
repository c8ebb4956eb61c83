package cn.citybrain.parking.onboarding.simulator.player;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.channel.Channel;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The play's companies know what to enter into the form of every channel. */
class PlayedFormsTest {

    private static final Company COMPANY = Company.DEMO.get(0);

    @ParameterizedTest
    @EnumSource
    void everyFieldThatIsAlwaysAskedForHasAnAnswer(Channel channel) throws IOException {
        Procedure procedure = new Procedure(channel.code(), channel.displayName(), "NO1", List.of("3301020001"));
        List<String> unknown = new ArrayList<>();
        Path form = Path.of("forms", channel.code() + ".fields.json");
        for (JsonNode group : new ObjectMapper().readTree(form.toFile()).path("groups")) {
            for (JsonNode field : group.path("fields")) {
                if (askedFor(field)) {
                    answer(procedure, field, unknown);
                }
            }
        }
        assertThat(unknown)
                .as("fields of %s: add what the company enters to Company", form)
                .isEmpty();
    }

    /** A paper is uploaded, a lot or an account is chosen, of banks the first is taken, and what hangs on other answers may not come. */
    private static boolean askedFor(JsonNode field) {
        return field.path("required").asBoolean()
                && !field.path("type").asText().matches("paper|lot|receivingAccount")
                && !field.has("optionsFrom");
    }

    private static void answer(Procedure procedure, JsonNode field, List<String> unknown) {
        try {
            assertThat(COMPANY.answer(procedure, field)).isNotBlank();
        } catch (PlayFailed nothing) {
            unknown.add(field.path("key").asText());
        }
    }
}
