package cn.citybrain.parking.onboarding.simulator.player;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** 微信支付开户: WeChat Pay reviews, mails a link, the operator verifies and signs, WeChat Pay opens the account. */
final class ChannelScene {

    private static final String DESK = "/demo/api/wechatpay/applications";
    private static final Pattern LINK = Pattern.compile("https?://\\S+");

    private final Cast cast;
    private final Narrator narrator;

    ChannelScene(Cast cast, Narrator narrator) {
        this.cast = cast;
        this.narrator = narrator;
    }

    void play(Company company, String applicationNo) {
        JsonNode applyment =
                Patience.until("平台把申请提交给微信支付", Duration.ofSeconds(90), () -> applyment(applicationNo, "AUDITING"));
        String code = applyment.path("no").asText();
        narrator.step("微信支付收到申请 %s, 审核通过, 寄出验证邮件", code);
        cast.desk().post(DESK + "/" + code + "/advance", Map.of());
        verify(company, applicationNo, code);
        sign(company, applicationNo);
        narrator.step("微信支付开通权限, 发出子商户号");
        cast.desk().post(DESK + "/" + code + "/advance", Map.of());
        checkNow(company, applicationNo);
    }

    private void verify(Company company, String applicationNo, String code) {
        String link = Patience.until("微信支付的验证邮件", Duration.ofSeconds(30), () -> mailedLink(company, code));
        narrator.step("%s 打开邮件里的链接, 完成账户验证", company.operator());
        follow(link);
        checkNow(company, applicationNo);
    }

    private void sign(Company company, String applicationNo) {
        Person operator = cast.person(company.operator());
        Patience.until(
                "任务 userTask_sign",
                Duration.ofSeconds(90),
                () -> operator.tasks(applicationNo, "userTask_sign").isEmpty() ? Optional.empty() : Optional.of(true));
        String link = operator.web()
                .get("/api/applications/" + applicationNo)
                .path("channelProgress")
                .path("link")
                .asText();
        narrator.step("%s 打开签约链接, 签署微信支付协议", company.operator());
        follow(link);
    }

    /** A link opens a page with one button; pressing it posts to the same address. */
    private void follow(String link) {
        Web browser = new Web(URI.create(link));
        browser.send("GET", link, null, BodyPublishers.noBody());
        browser.send("POST", link, "application/x-www-form-urlencoded", BodyPublishers.noBody());
    }

    private void checkNow(Company company, String applicationNo) {
        cast.person(company.operator()).web().post("/api/applications/" + applicationNo + "/check-now", Map.of());
    }

    private Optional<JsonNode> applyment(String applicationNo, String state) {
        for (JsonNode applyment : cast.desk().get(DESK)) {
            if (applyment.path("no").asText().equals(applicationNo)
                    && applyment.path("state").asText().equals(state)) {
                return Optional.of(applyment);
            }
        }
        return Optional.empty();
    }

    private Optional<String> mailedLink(Company company, String code) {
        JsonNode mails = cast.desk().get("/demo/api/mails?to=" + company.email());
        for (JsonNode mail : mails) {
            Matcher link = LINK.matcher(mail.path("text").asText());
            if (mail.path("subject").asText().contains("账户验证")
                    && mail.path("text").asText().contains(code)
                    && link.find()) {
                return Optional.of(link.group());
            }
        }
        return Optional.empty();
    }
}
