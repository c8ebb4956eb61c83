package cn.citybrain.parking.onboarding.access.login;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.HtmlUtils;

/** The one login page of Tasklist, Cockpit, Admin and our own pages. */
@Controller
class LoginPage {

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);
    private static final Set<String> GOOD = Set.of("logout", "password-set");
    private static final int SOON = 60;
    private final DemoMode demo;
    private final String page = read("access/login.html");

    LoginPage(DemoMode demo) {
        this.demo = demo;
    }

    @GetMapping("/login")
    ResponseEntity<String> show(
            @RequestParam(name = "reason", required = false) String reason,
            @RequestParam(name = "seconds", defaultValue = "0") int seconds,
            CsrfToken csrf) {
        String message = message(reason, seconds);
        return ResponseEntity.ok()
                .contentType(HTML)
                .body(page.replace("{{csrfName}}", csrf.getParameterName())
                        .replace("{{csrf}}", HtmlUtils.htmlEscape(csrf.getToken()))
                        .replace("{{tone}}", GOOD.contains(String.valueOf(reason)) ? "good" : "bad")
                        .replace("{{message}}", message)
                        .replace("{{hideMessage}}", message.isEmpty() ? "hidden" : "")
                        .replace("{{hideDemo}}", demo.on() ? "" : "hidden"));
    }

    private static String message(String reason, int seconds) {
        return switch (reason == null ? "" : reason) {
            case "wrong" -> "用户名或密码不正确，请重新输入。";
            case "wait" -> wait(seconds);
            case "starting" -> "系统正在启动，请过几秒再登录。";
            case "error" -> "登录暂时无法完成，请稍后重试；仍不成功请联系系统管理员。";
            case "disabled" -> "您的账号已停用，不能登录。需要恢复时请联系运营公司主管。";
            case "password-set" -> "密码已保存，请用新密码登录。";
            case "expired" -> "登录已过期，请重新登录。";
            case "stale" -> "页面停留过久，刚才没有登录成功。请重新输入用户名和密码；如果一直这样，请允许浏览器保存本网站的 Cookie。";
            case "logout" -> "您已安全退出。";
            default -> "";
        };
    }

    private static String wait(int seconds) {
        return seconds <= SOON
                ? "密码输错后需稍候再试，请 " + Math.max(1, seconds) + " 秒后重新登录。"
                : "密码输错次数过多，这里暂停登录，约 " + (seconds + 59) / 60 + " 分钟后自动恢复。忘记密码可以点下方的“忘记密码”。";
    }

    private static String read(String path) {
        try {
            return new ClassPathResource(path).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
