package cn.citybrain.parking.onboarding.simulator.alipay.signing;

import cn.citybrain.parking.onboarding.simulator.alipay.protocol.AlipayParty;
import cn.citybrain.parking.onboarding.simulator.channel.MerchantLinks;
import cn.citybrain.parking.onboarding.simulator.channel.book.Application;
import cn.citybrain.parking.onboarding.simulator.mail.OutgoingMail;
import org.springframework.stereotype.Component;

/** The mail by which Alipay asks the merchant's contact to confirm the signing. */
@Component
class ConfirmationMail {

    private static final String FROM = "service@alipay.example";

    private final OutgoingMail mail;
    private final MerchantLinks links;

    ConfirmationMail(OutgoingMail mail, MerchantLinks links) {
        this.mail = mail;
        this.links = links;
    }

    void send(Application application) {
        String text = """
                %s：

                服务商为你的支付宝账号提交的多费率代扣产品签约申请（签约单号 %s）已审核通过。
                请在 15 天内登录支付宝，打开下面的链接确认签约，逾期需要重新申请：

                %s

                如非本人操作，请忽略本邮件。
                支付宝
                """.formatted(
                application.title(), application.reference(), links.to(AlipayParty.CODE, "confirm", application));
        mail.send(FROM, application.value("contact_email"), "支付宝产品签约确认", text);
    }
}
