package cn.citybrain.parking.onboarding.simulator.player;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The whole play: one lot at every channel at the same time, a second lot at one of them. */
final class Play {

    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final Cast cast;
    private final Narrator narrator;

    Play(Cast cast, Narrator narrator) {
        this.cast = cast;
        this.narrator = narrator;
    }

    /** @return false if no company of the demo has two lots left to connect */
    boolean run() {
        for (Company company : Company.DEMO) {
            List<String> free = freeLots(company);
            if (free.size() >= 2) {
                play(company, free);
                return true;
            }
        }
        narrator.note("演示公司的停车场都已接入或正在接入。要重新开始：停止平台，删除 data 目录，再启动。");
        return false;
    }

    private void play(Company company, List<String> free) {
        List<Procedure> procedures = procedures(company, free);
        OfficeWork work = new OfficeWork(cast, company, narrator);
        Desk desk = new Desk(cast.desk(), narrator, work::hasSigned, work::storeName);
        procedures.forEach(work::apply);
        procedures.forEach(procedure -> open(company, procedure, work, desk));
        List<LotUnderTest> lots = new LotsScene(cast, narrator).play(procedures, desk);
        new TestScene(cast, narrator).play(lots);
        new Finale(cast, narrator).check(company, procedures, lots);
    }

    private List<Procedure> procedures(Company company, List<String> free) {
        Web web = cast.person(company.operator()).web();
        List<Procedure> procedures = new ArrayList<>();
        for (JsonNode channel : web.get("/api/channels")) {
            String code = channel.path("code").asText();
            List<String> lots = free.subList(0, Variation.of(code).lots());
            String no = web.post("/api/applications", Map.of("channel", code, "lotCodes", lots))
                    .path("no")
                    .asText();
            procedures.add(new Procedure(code, channel.path("name").asText(), no, lots));
        }
        return procedures;
    }

    /** Everybody does what there is to do, until the lots are bound. */
    private void open(Company company, Procedure procedure, OfficeWork work, Desk desk) {
        Web web = cast.person(company.operator()).web();
        Patience.until(procedure.name() + "开户并配置停车场", LONGEST, () -> {
            while (work.next(procedure) || desk.advance(procedure)) {
                // the next one may be waiting already
            }
            String state =
                    web.get("/api/applications/" + procedure.no()).path("state").asText();
            if (state.equals("TESTING")) {
                return Optional.of(state);
            }
            if (state.equals("CHANNEL_REVIEW")) {
                web.post(procedure.path("check-now"), Map.of());
            }
            return Optional.empty();
        });
    }

    /** Lots that no channel has yet, as the operator's board shows them. */
    private List<String> freeLots(Company company) {
        Web web = cast.person(company.operator()).web();
        List<String> free = new ArrayList<>();
        for (JsonNode lot : web.get("/api/board?size=100").path("rows")) {
            if (lot.path("bindings").isEmpty()) {
                free.add(lot.path("lotCode").asText());
            }
        }
        return free;
    }
}
