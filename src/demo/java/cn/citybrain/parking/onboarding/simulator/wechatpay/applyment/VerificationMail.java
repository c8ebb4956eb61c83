package cn.citybrain.parking.onboarding.simulator.wechatpay.applyment;

import cn.citybrain.parking.onboarding.simulator.channel.MerchantLinks;
import cn.citybrain.parking.onboarding.simulator.channel.book.Application;
import cn.citybrain.parking.onboarding.simulator.mail.OutgoingMail;
import cn.citybrain.parking.onboarding.simulator.wechatpay.protocol.WechatPayParty;
import org.springframework.stereotype.Component;

/** The mail by which WeChat Pay asks the merchant to confirm the account. */
@Component
class VerificationMail {

    private static final String FROM = "weixinpay@tencent.example";

    private final OutgoingMail mail;
    private final MerchantLinks links;

    VerificationMail(OutgoingMail mail, MerchantLinks links) {
        this.mail = mail;
        this.links = links;
    }

    void send(Application applyment) {
        String text = """
                %s：

                你的微信支付商户申请（业务申请编号 %s）资料审核已通过。
                请打开下面的链接完成账户验证，验证后按页面提示签约：

                %s

                如非本人操作，请忽略本邮件。
                微信支付团队
                """.formatted(
                        applyment.title(),
                        applyment.value("business_code"),
                        links.to(WechatPayParty.CODE, "confirm", applyment));
        mail.send(FROM, applyment.value("contact_info/contact_email"), "微信支付商户账户验证", text);
    }
}
