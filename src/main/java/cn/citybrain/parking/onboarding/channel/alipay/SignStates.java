package cn.citybrain.parking.onboarding.channel.alipay;

import cn.citybrain.parking.onboarding.channel.account.SignState;
import com.alipay.api.domain.AlipayOpenAgentSignstatusQueryModel;
import com.alipay.api.domain.ProductSignStatusInfo;
import com.alipay.api.request.AlipayOpenAgentSignstatusQueryRequest;
import com.alipay.api.response.AlipayOpenAgentSignstatusQueryResponse;
import java.util.List;

/** Whether an account has signed 多费率代扣. */
final class SignStates {

    private final AlipayWire wire;
    private final String productCode;

    SignStates(AlipayWire wire, String productCode) {
        this.wire = wire;
        this.productCode = productCode;
    }

    /** @param account PID or login: Alipay takes either here */
    SignState of(String account) {
        AlipayOpenAgentSignstatusQueryModel model = new AlipayOpenAgentSignstatusQueryModel();
        model.setPid(account);
        model.setProductCodes(List.of(productCode));
        AlipayOpenAgentSignstatusQueryRequest request = new AlipayOpenAgentSignstatusQueryRequest();
        request.setBizModel(model);
        try {
            return read(account, status(wire.ask(request)));
        } catch (AlipayRefusal refusal) {
            if (refusal.definite() && !refusal.configuration()) {
                return new SignState.Undeterminable("支付宝拒绝查询该账号的签约状态：" + refusal.words());
            }
            throw refusal;
        }
    }

    private String status(AlipayOpenAgentSignstatusQueryResponse answer) {
        List<ProductSignStatusInfo> products = answer.getSignStatusList();
        return products == null
                ? ""
                : products.stream()
                        .filter(product -> productCode.equals(product.getProductCode()))
                        .map(product -> String.valueOf(product.getStatus()))
                        .findFirst()
                        .orElse("");
    }

    private static SignState read(String account, String status) {
        return switch (status) {
            case "valid", "restrictValid" -> signed(account);
            case "none" -> new SignState.NotSigned("该账号尚未签约多费率代扣");
            case "audit" -> new SignState.NotSigned("该账号的多费率代扣申请正在支付宝审核中");
            case "waitConfirm" -> new SignState.NotSigned("支付宝已审核通过，等待该账号确认签约");
            case "auditReject" -> new SignState.NotSigned("支付宝没有通过该账号的多费率代扣申请");
            case "invalid", "restrictInvalid" -> new SignState.NotSigned("该账号的多费率代扣合约已失效，需要重新签约");
            default -> new SignState.Undeterminable("支付宝没有说明该账号是否签约多费率代扣");
        };
    }

    /** Money goes to a PID, and Alipay does not tell the PID of a login. */
    private static SignState signed(String account) {
        return account.matches(ParkingCodes.PID)
                ? new SignState.Signed(account)
                : new SignState.Undeterminable(
                        "该账号已签约多费率代扣；收款还需要它的 PID，请改填 2088 开头的 16 位数字（登录 b.alipay.com，在“账号中心”查看）");
    }
}
