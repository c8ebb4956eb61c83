package cn.citybrain.parking.onboarding.simulator.player;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** 落幕: what must be true at the end, read from the platform and from the channels' own ledgers. */
final class Finale {

    private final Cast cast;
    private final Narrator narrator;

    Finale(Cast cast, Narrator narrator) {
        this.cast = cast;
        this.narrator = narrator;
    }

    void check(Company company, List<Procedure> procedures, List<LotUnderTest> lots) {
        Web operator = cast.person(company.operator()).web();
        procedures.forEach(procedure -> done(operator, procedure));
        lots.forEach(this::chargedOnce);
        narrator.step("完成：%d 个渠道的申请办结，%d 次接入，每次恰好扣款一次", procedures.size(), lots.size());
    }

    private static void done(Web operator, Procedure procedure) {
        Patience.until("%s的申请办结".formatted(procedure.name()), Duration.ofSeconds(90), () -> {
            String state = operator.get("/api/applications/" + procedure.no())
                    .path("state")
                    .asText();
            return "DONE".equals(state) ? Optional.of(state) : Optional.empty();
        });
    }

    private void chargedOnce(LotUnderTest lot) {
        int charges = 0;
        for (JsonNode entry : cast.desk().get("/demo/api/ledger")) {
            if ("CHARGE".equals(entry.path("kind").asText())
                    && lot.procedure().channel().equals(entry.path("channel").asText())
                    && lot.plateNo().equals(entry.path("plateNo").asText())) {
                charges++;
                narrator.note(
                        "%s账本：%s 车牌 %s 扣款 %.2f 元，商户 %s",
                        lot.procedure().name(),
                        entry.path("lotName").asText(),
                        lot.plateNo(),
                        entry.path("amount").asInt() / 100.0,
                        entry.path("account").asText());
            }
        }
        if (charges != 1) {
            throw new PlayFailed("停车场 %s 在%s应当恰好扣款一次，账本上有 %d 次"
                    .formatted(lot.code(), lot.procedure().name(), charges));
        }
    }
}
