package cn.citybrain.parking.onboarding.simulator.wechatpay.applyment;

import cn.citybrain.parking.onboarding.simulator.channel.ChannelOffice;
import cn.citybrain.parking.onboarding.simulator.channel.MerchantLinks;
import cn.citybrain.parking.onboarding.simulator.channel.Offices;
import cn.citybrain.parking.onboarding.simulator.channel.book.Application;
import cn.citybrain.parking.onboarding.simulator.wechatpay.protocol.WechatPayParty;
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

/** The pages behind WeChat Pay's links, where the merchant verifies the account and signs. */
@RestController
@RequestMapping(path = "/demo/wechatpay", produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
class MerchantPages {

    private final ChannelOffice office;
    private final ApplymentSteps steps;
    private final MerchantLinks links;

    MerchantPages(Offices offices, ApplymentSteps steps, MerchantLinks links) {
        this.office = offices.of(WechatPayParty.CODE);
        this.steps = steps;
        this.links = links;
    }

    @GetMapping("/confirm/{businessCode}")
    ResponseEntity<String> askConfirmation(@PathVariable String businessCode, @RequestParam String code) {
        return page(businessCode, code, ApplymentState.TO_BE_CONFIRMED, "账户验证", "请确认这是你的企业提交的申请。", "确认，验证账户");
    }

    @PostMapping("/confirm/{businessCode}")
    ResponseEntity<String> confirm(@PathVariable String businessCode, @RequestParam String code) {
        if (isOpen(businessCode, code, ApplymentState.TO_BE_CONFIRMED)) {
            Application confirmed = steps.confirm(businessCode, office);
            return html(
                    HttpStatus.OK,
                    "账户验证成功",
                    "<p>账户验证成功。</p><p><a id=\"next\" href=\"" + links.to(WechatPayParty.CODE, "sign", confirmed)
                            + "\">下一步：签约</a></p>");
        }
        return askConfirmation(businessCode, code);
    }

    @GetMapping("/sign/{businessCode}")
    ResponseEntity<String> askSignature(@PathVariable String businessCode, @RequestParam String code) {
        return page(businessCode, code, ApplymentState.TO_BE_SIGNED, "签约", "请阅读并签署《微信支付服务协议》。", "同意并签约");
    }

    @PostMapping("/sign/{businessCode}")
    ResponseEntity<String> sign(@PathVariable String businessCode, @RequestParam String code) {
        if (isOpen(businessCode, code, ApplymentState.TO_BE_SIGNED)) {
            steps.sign(businessCode, office);
            return html(HttpStatus.OK, "签约成功", "<p>签约成功，微信支付正在开通权限，可以关闭本页。</p>");
        }
        return askSignature(businessCode, code);
    }

    private boolean isOpen(String businessCode, String code, ApplymentState state) {
        return office.applications()
                .find(businessCode)
                .filter(applyment -> applyment.linkCode().equals(code))
                .filter(applyment -> applyment.state().equals(state.name()))
                .isPresent();
    }

    private ResponseEntity<String> page(
            String businessCode, String code, ApplymentState state, String title, String words, String button) {
        Application applyment = office.applications()
                .find(businessCode)
                .filter(found -> found.linkCode().equals(code))
                .orElse(null);
        if (applyment == null) {
            return html(HttpStatus.NOT_FOUND, title, "<p>链接无效，请使用最新邮件中的链接。</p>");
        }
        if (!applyment.state().equals(state.name())) {
            String now = ApplymentState.of(applyment).words().text();
            return html(HttpStatus.OK, title, "<p>这一步不需要办理：申请单的状态是“" + now + "”。</p>");
        }
        String form = """
                <p>商户名称：<b>%s</b><br>业务申请编号：%s</p><p>%s</p>
                <form method="post"><button id="go">%s</button></form>
                """.formatted(
                        HtmlUtils.htmlEscape(applyment.title()), HtmlUtils.htmlEscape(businessCode), words, button);
        return html(HttpStatus.OK, title, form);
    }

    private static ResponseEntity<String> html(HttpStatus status, String title, String content) {
        return ResponseEntity.status(status).body("""
                        <!doctype html><html lang="zh-CN"><meta charset="utf-8">
                        <meta name="viewport" content="width=device-width"><title>%s - 微信支付（模拟）</title>
                        <style>body{font:16px/1.7 sans-serif;max-width:32em;margin:8vh auto;padding:0 1em}
                        button{font:inherit;padding:.5em 1.5em;border:0;border-radius:4px;background:#07c160;color:#fff}
                        </style><h1>%s</h1>%s<hr><small>微信支付模拟器，仅供演示</small></html>
                        """.formatted(title, title, content));
    }
}
