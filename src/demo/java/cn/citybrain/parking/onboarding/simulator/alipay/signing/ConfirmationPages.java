package cn.citybrain.parking.onboarding.simulator.alipay.signing;

import cn.citybrain.parking.onboarding.simulator.alipay.protocol.AlipayParty;
import cn.citybrain.parking.onboarding.simulator.channel.ChannelOffice;
import cn.citybrain.parking.onboarding.simulator.channel.Offices;
import cn.citybrain.parking.onboarding.simulator.channel.book.Application;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/** The page behind Alipay's link, where the merchant confirms or declines the signing. */
@RestController
@RequestMapping(path = "/demo/alipay/confirm/{batchNo}", produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
class ConfirmationPages {

    private final ChannelOffice office;
    private final SigningSteps steps;

    ConfirmationPages(Offices offices, SigningSteps steps) {
        this.office = offices.of(AlipayParty.CODE);
        this.steps = steps;
    }

    @GetMapping
    ResponseEntity<String> ask(@PathVariable String batchNo, @RequestParam String code) {
        Application application = linked(batchNo, code).orElse(null);
        if (application == null) {
            return html(HttpStatus.NOT_FOUND, "<p>链接无效，请使用最新邮件中的链接。</p>");
        }
        OrderStatus state = steps.state(application);
        if (state != OrderStatus.MERCHANT_CONFIRM) {
            return html(HttpStatus.OK, "<p>这一步不需要办理：申请的状态是“" + state.words().text() + "”。</p>");
        }
        return html(HttpStatus.OK, """
                <p>商户：<b>%s</b><br>签约单号：%s</p><p>请阅读《支付宝多费率代扣服务协议》，确认由服务商为你签约。</p>
                <form method="post"><button id="go" name="decision" value="confirm">同意并签约</button>
                <button id="decline" name="decision" value="decline">拒绝</button></form>
                """.formatted(HtmlUtils.htmlEscape(application.title()), application.reference()));
    }

    /** Without a decision it is a yes: the page's first button. */
    @PostMapping
    ResponseEntity<String> decide(
            @PathVariable String batchNo,
            @RequestParam String code,
            @RequestParam(defaultValue = "confirm") String decision) {
        boolean open = linked(batchNo, code)
                .filter(application -> steps.state(application) == OrderStatus.MERCHANT_CONFIRM)
                .isPresent();
        if (!open) {
            return ask(batchNo, code);
        }
        if (decision.equals("decline")) {
            steps.decline(batchNo, office);
            return html(HttpStatus.OK, "<p>你已拒绝签约，服务商会收到通知。</p>");
        }
        steps.confirm(batchNo, office);
        return html(HttpStatus.OK, "<p>签约成功，多费率代扣产品已生效，可以关闭本页。</p>");
    }

    private Optional<Application> linked(String batchNo, String code) {
        return office.applications()
                .find(batchNo)
                .filter(application -> application.linkCode().equals(code));
    }

    private static ResponseEntity<String> html(HttpStatus status, String content) {
        return ResponseEntity.status(status).body("""
                        <!doctype html><html lang="zh-CN"><meta charset="utf-8">
                        <meta name="viewport" content="width=device-width"><title>签约确认 - 支付宝（模拟）</title>
                        <style>body{font:16px/1.7 sans-serif;max-width:32em;margin:8vh auto;padding:0 1em}
                        button{font:inherit;padding:.5em 1.5em;border:1px solid #1677ff;border-radius:4px;background:#fff}
                        #go{background:#1677ff;color:#fff}</style>
                        <h1>签约确认</h1>%s<hr><small>支付宝模拟器，仅供演示</small></html>
                        """.formatted(content));
    }
}
