package cn.citybrain.parking.onboarding.access.recovery;

import cn.citybrain.parking.onboarding.access.account.ForgottenPasswords;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 忘记密码: one answer for every name, known or not. */
@Controller
class ForgottenPasswordPage {

    private final ForgottenPasswords forgotten;
    private final Template page;

    ForgottenPasswordPage(ForgottenPasswords forgotten, Templates templates) {
        this.forgotten = forgotten;
        this.page = templates.of("access/forgot.html");
    }

    @GetMapping("/account/forgot")
    ResponseEntity<String> show() {
        return page.page(HttpStatus.OK, Map.of("showForm", ""));
    }

    @PostMapping("/account/forgot")
    ResponseEntity<String> ask(@RequestParam(defaultValue = "") String account, HttpServletRequest request) {
        if (account.isBlank()) {
            return page.page(
                    HttpStatus.BAD_REQUEST, Map.of("showForm", "", "showMessage", "", "message", "请输入用户名或邮箱。"));
        }
        forgotten.ask(account, request.getRemoteAddr());
        return page.page(HttpStatus.OK, Map.of("showSent", ""));
    }
}
