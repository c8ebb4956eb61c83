package cn.citybrain.parking.onboarding.simulator.player;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** 落幕: what must be true at the end, read from the platform and from the channel's own ledger. */
final class Finale {

    private final Cast cast;
    private final Narrator narrator;

    Finale(Cast cast, Narrator narrator) {
        this.cast = cast;
        this.narrator = narrator;
    }

    void check(Company company, String applicationNo, List<LotUnderTest> lots) {
        Web operator = cast.person(company.operator()).web();
        Patience.until("申请办结", Duration.ofSeconds(60), () -> {
            String state = operator.get("/api/applications/" + applicationNo)
                    .path("state")
                    .asText();
            return "DONE".equals(state) ? Optional.of(state) : Optional.empty();
        });
        lots.forEach(this::chargedOnce);
        narrator.step("完成: 申请 %s 办结, %d 个停车场正式接入, 每个停车场恰好扣款一次", applicationNo, lots.size());
    }

    private void chargedOnce(LotUnderTest lot) {
        int charges = 0;
        for (JsonNode entry : cast.desk().get("/demo/api/ledger")) {
            if ("CHARGE".equals(entry.path("kind").asText())
                    && lot.plateNo().equals(entry.path("plateNo").asText())) {
                charges++;
                narrator.note(
                        "微信支付账本: %s 车牌 %s 扣款 %.2f 元, 商户 %s",
                        entry.path("lotName").asText(),
                        lot.plateNo(),
                        entry.path("amount").asInt() / 100.0,
                        entry.path("account").asText());
            }
        }
        if (charges != 1) {
            throw new PlayFailed("停车场 %s 应当恰好扣款一次, 账本上有 %d 次".formatted(lot.code(), charges));
        }
    }
}
