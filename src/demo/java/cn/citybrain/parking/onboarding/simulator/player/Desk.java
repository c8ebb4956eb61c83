package cn.citybrain.parking.onboarding.simulator.player;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** What the channels' own people do: always the next normal step, never what is the merchant's. */
final class Desk {

    /** How the desk words what a merchant does behind a link. */
    private static final String FOR_THE_MERCHANT = "替商户";

    /** The desk's name for arranging a visit. */
    private static final String VISIT = "visit";

    private final Web web;
    private final Narrator narrator;
    private final Predicate<Procedure> signed;
    private final Function<Procedure, String> storeName;
    private final Set<String> visiting = new HashSet<>();

    /**
     * @param signed whether the merchant has signed with those who came
     * @param storeName what an application calls its lot
     */
    Desk(Web web, Narrator narrator, Predicate<Procedure> signed, Function<Procedure, String> storeName) {
        this.web = web;
        this.narrator = narrator;
        this.signed = signed;
        this.storeName = storeName;
    }

    /** Carries an application one step on, if the channel has something to do. */
    boolean advance(Procedure procedure) {
        if (visiting.contains(procedure.no()) && !signed.test(procedure)) {
            return false;
        }
        Optional<JsonNode> known = application(procedure);
        Optional<JsonNode> step = known.flatMap(Desk::next);
        step.ifPresent(action -> {
            if (action.path("name").asText().equals(VISIT)) {
                visiting.add(procedure.no());
            }
            narrator.step("%s: %s", procedure.name(), action.path("words").asText());
            web.post(applications(procedure) + "/" + known.get().path("no").asText() + "/advance", Map.of());
        });
        return step.isPresent();
    }

    /** Consents to every lot that waits. Returns how many. */
    int consent(Procedure procedure) {
        int consented = 0;
        for (JsonNode lot : web.get("/demo/api/" + procedure.channel() + "/lots")) {
            if ("AUDITING".equals(lot.path("state").asText())) {
                narrator.step(
                        "%s同意停车场“%s”收款", procedure.name(), lot.path("name").asText());
                web.post(
                        "/demo/api/" + procedure.channel() + "/lots/"
                                + Web.encoded(lot.path("reference").asText()) + "/pass",
                        Map.of());
                consented++;
            }
        }
        return consented;
    }

    /** By the platform's number; a channel that is not told it (Alipay) knows the newest by its lot. */
    private Optional<JsonNode> application(Procedure procedure) {
        String lot = storeName.apply(procedure);
        Optional<JsonNode> ofLot = Optional.empty();
        for (JsonNode application : web.get(applications(procedure))) {
            if (application.path("no").asText().equals(procedure.no())) {
                return Optional.of(application);
            }
            if (lot.equals(application.path("title").asText())) {
                ofLot = Optional.of(application);
            }
        }
        return ofLot;
    }

    private static Optional<JsonNode> next(JsonNode application) {
        for (JsonNode action : application.path("actions")) {
            if (action.path("kind").asText().equals("NEXT")) {
                return action.path("words").asText().startsWith(FOR_THE_MERCHANT)
                        ? Optional.empty()
                        : Optional.of(action);
            }
        }
        return Optional.empty();
    }

    private static String applications(Procedure procedure) {
        return "/demo/api/" + procedure.channel() + "/applications";
    }
}
