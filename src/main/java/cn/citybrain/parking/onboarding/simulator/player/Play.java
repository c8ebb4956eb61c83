package cn.citybrain.parking.onboarding.simulator.player;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The whole play, scene by scene. */
final class Play {

    private static final int LOTS = 2;

    private final Cast cast;
    private final Narrator narrator;

    Play(Cast cast, Narrator narrator) {
        this.cast = cast;
        this.narrator = narrator;
    }

    /** @return false if no company of the demo has two lots left to connect */
    boolean run() {
        for (Company company : Company.DEMO) {
            Optional<Casting> casting = castingFor(company);
            if (casting.isPresent()) {
                play(company, casting.get());
                return true;
            }
        }
        narrator.note("演示公司的停车场都已接入或正在接入。要重新开始: 停止平台, 删除 data 目录, 再启动。");
        return false;
    }

    private void play(Company company, Casting casting) {
        new ApplyScene(cast, narrator).play(company, casting.applicationNo());
        new ChannelScene(cast, narrator).play(company, casting.applicationNo());
        List<LotUnderTest> lots = new LotsScene(cast, narrator).play(company, casting);
        new TestScene(cast, narrator).play(lots);
        new Finale(cast, narrator).check(company, casting.applicationNo(), lots);
    }

    /** A new application of the company, if it has lots enough; one that it began and did not use is used again. */
    private Optional<Casting> castingFor(Company company) {
        Web web = cast.person(company.operator()).web();
        String no = web.post("/api/applications", Map.of("channel", "wechatpay"))
                .path("no")
                .asText();
        List<String> free = new ArrayList<>();
        for (JsonNode lot : web.get("/api/applications/" + no + "/lots")) {
            if (lot.path("selectable").asBoolean()) {
                free.add(lot.path("code").asText());
            }
        }
        return free.size() < LOTS ? Optional.empty() : Optional.of(new Casting(no, free.subList(0, LOTS)));
    }

    /** What is played: an application, and the lots that it will bind. */
    record Casting(String applicationNo, List<String> lotCodes) {}
}
