package cn.citybrain.parking.onboarding.access.login;

import cn.citybrain.parking.onboarding.access.oidc.RemoteLogout;
import cn.citybrain.parking.onboarding.access.oidc.TokenServer;
import cn.citybrain.parking.onboarding.access.recovery.Template;
import cn.citybrain.parking.onboarding.access.recovery.Templates;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The one login page of Tasklist, Cockpit, Admin and our own pages. */
@Controller
class LoginPage {

    private static final Set<String> GOOD = Set.of("logout", "password-set");
    private static final int SOON = 60;

    private final TokenServer tokens;
    private final RemoteLogout remote;
    private final Template page;

    LoginPage(TokenServer tokens, RemoteLogout remote, Templates templates) {
        this.page = templates.of("access/login.html");
        this.tokens = tokens;
        this.remote = remote;
    }

    /** Who came from the token server is led back there on their way out, by the browser: a form's answer may not lead away. */
    @GetMapping("/login")
    ResponseEntity<String> show(
            @RequestParam(name = "reason", required = false) String reason,
            @RequestParam(name = "seconds", defaultValue = "0") int seconds,
            CsrfToken csrf,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<URI> goodbye = remote.next(request, response);
        goodbye.ifPresent(there -> response.setHeader("Refresh", "0; url=" + there));
        String message = message(goodbye.isPresent() ? "leaving" : reason, seconds);
        Map<String, Object> values = new HashMap<>(Map.of(
                "csrfName",
                csrf.getParameterName(),
                "csrf",
                csrf.getToken(),
                "tone",
                GOOD.contains(String.valueOf(reason)) ? "good" : "bad",
                "message",
                message));
        String name = TypedName.take(request, response);
        values.put("name", name);
        values.put(name.isEmpty() ? "focusName" : "focusPassword", "autofocus");
        if (!message.isEmpty()) {
            values.put("showMessage", "");
        }
        tokens.settings().ifPresent(there -> values.putAll(Map.of("showRemote", "", "remote", there.name())));
        return page.page(HttpStatus.OK, values);
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
            case "leaving" -> "正在退出……";
            case "oidc" -> "统一登录没有完成，没有登录。请再试一次；仍不成功请联系系统管理员。";
            case "oidc-away" -> "统一登录的服务器暂时连接不上，请稍后再试，或用本系统的用户名和密码登录。";
            case "oidc-id" -> "统一登录给出的用户名不能用于本系统：格式不符，或本系统已有同名账号而邮箱不一致。请联系运营公司主管核对。";
            default -> "";
        };
    }

    private static String wait(int seconds) {
        return seconds <= SOON
                ? "密码输错后需稍候再试，请 " + Math.max(1, seconds) + " 秒后重新登录。"
                : "密码输错次数过多，这里暂停登录，约 " + (seconds / 60 + (seconds % 60 == 0 ? 0 : 1)) + " 分钟后自动恢复。忘记密码可以点下方的“忘记密码”。";
    }
}
