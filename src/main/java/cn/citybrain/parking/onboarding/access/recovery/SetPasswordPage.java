package cn.citybrain.parking.onboarding.access.recovery;

import cn.citybrain.parking.onboarding.access.account.PasswordLinks;
import cn.citybrain.parking.onboarding.access.account.PasswordLinks.Outcome;
import cn.citybrain.parking.onboarding.access.link.Link;
import cn.citybrain.parking.onboarding.access.link.Link.Purpose;
import cn.citybrain.parking.onboarding.access.link.Link.Standing;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where the links in mails lead: the person sets the password, or reads why the link is of no use and what to do. */
@Controller
class SetPasswordPage {

    private final PasswordLinks links;
    private final Template page;

    SetPasswordPage(PasswordLinks links, Templates templates) {
        this.links = links;
        this.page = templates.of("access/set-password.html");
    }

    @GetMapping("/account/set-password")
    ResponseEntity<String> show(@RequestParam(defaultValue = "") String token) {
        return show(token, List.of());
    }

    @PostMapping("/account/set-password")
    ResponseEntity<String> set(
            @RequestParam(defaultValue = "") String token,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String repeated) {
        if (!password.equals(repeated)) {
            return show(token, List.of("两次输入的密码不一样，请重新输入。"));
        }
        Outcome outcome = links.set(token, password);
        if (outcome instanceof Outcome.Set) {
            return ResponseEntity.status(HttpStatus.SEE_OTHER)
                    .location(URI.create("/login?reason=password-set"))
                    .build();
        }
        return show(token, outcome instanceof Outcome.Refused refused ? refused.faults() : List.of());
    }

    private ResponseEntity<String> show(String token, List<String> faults) {
        Optional<Link> link = links.find(token);
        return link.filter(found -> found.standing() == Standing.OPEN)
                .map(open -> form(open, token, faults))
                .orElseGet(() -> dead(link));
    }

    private ResponseEntity<String> form(Link link, String token, List<String> faults) {
        Map<String, Object> values = new HashMap<>(Map.of(
                "showForm",
                "",
                "title",
                link.purpose() == Purpose.INVITATION ? "设置密码，激活账号" : "重新设置密码",
                "name",
                links.nameOf(link),
                "userId",
                link.userId(),
                "token",
                token,
                "faults",
                faults));
        if (!faults.isEmpty()) {
            values.put("showFaults", "");
        }
        return page.page(faults.isEmpty() ? HttpStatus.OK : HttpStatus.BAD_REQUEST, values);
    }

    private ResponseEntity<String> dead(Optional<Link> link) {
        HttpStatus status = link.isPresent() ? HttpStatus.GONE : HttpStatus.NOT_FOUND;
        return page.page(
                status,
                Map.of(
                        "showDead", "",
                        "title", link.map(SetPasswordPage::title).orElse("链接不正确"),
                        "advice", link.map(SetPasswordPage::advice).orElse("链接不完整，或者不是我们发出的。请从邮件里完整地复制链接，再打开一次。")));
    }

    private static String title(Link link) {
        return switch (link.standing()) {
            case USED -> "链接已经用过";
            case ENDED -> "链接已经失效";
            case EXPIRED, OPEN -> "链接已经过期";
        };
    }

    private static String advice(Link link) {
        return switch (link.standing()) {
            case USED -> "密码已经设置好了，请直接登录。如果不是您本人设置的，请立即联系运营公司主管。";
            case ENDED -> "后来又发过新的链接，请使用最新一封邮件里的链接；账号停用或邮箱改过的，请联系运营公司主管。";
            case EXPIRED, OPEN ->
                link.purpose() == Purpose.INVITATION
                        ? "邀请的链接 24 小时内有效。请联系邀请您的运营公司人员，在“人员”页面重新发送邀请。"
                        : "重新设置密码的链接 24 小时内有效。请点“忘记密码”，再申请一个。";
        };
    }
}
