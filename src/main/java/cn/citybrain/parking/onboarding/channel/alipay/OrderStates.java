package cn.citybrain.parking.onboarding.channel.alipay;

import cn.citybrain.parking.onboarding.channel.FieldIssue;
import cn.citybrain.parking.onboarding.channel.account.ReviewResult;
import com.alipay.api.domain.ProductAgentStatusInfo;
import com.alipay.api.response.AlipayOpenAgentOrderQueryResponse;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What Alipay's {@code order_status} of an application means to us. */
final class OrderStates {

    private static final Set<String> UNDER_WAY =
            Set.of("MERCHANT_AUDITING", "MERCHANT_CONFIRM", "MERCHANT_CONFIRM_SUCCESS");
    private static final Set<String> OVER = Set.of("MERCHANT_CONFIRM_TIME_OUT", "MERCHANT_APPLY_ORDER_CANCELED");

    private final String productCode;

    OrderStates(String productCode) {
        this.productCode = productCode;
    }

    /** Whether the application is with Alipay or its merchant, and need not be sent. */
    static boolean underWay(String status) {
        return UNDER_WAY.contains(status);
    }

    /** Whether its transaction can take nothing any more. */
    static boolean over(String status) {
        return OVER.contains(status);
    }

    ReviewResult read(AlipayOpenAgentOrderQueryResponse order) {
        String status = String.valueOf(order.getOrderStatus());
        return switch (status) {
            case "MERCHANT_AUDITING" -> new ReviewResult.UnderReview("支付宝审核中");
            case "MERCHANT_CONFIRM" -> toConfirm(order.getConfirmUrl());
            case "MERCHANT_CONFIRM_SUCCESS" -> confirmed(order);
            case "MERCHANT_CONFIRM_TIME_OUT" -> new ReviewResult.Expired("超过 15 天没有在支付宝确认签约，需要重新提交");
            case "MERCHANT_INFO_HOLD" -> rejected(order, "支付宝暂存了申请，资料需要修正");
            case "MERCHANT_APPLY_ORDER_CANCELED" -> rejected(order, "支付宝审核未通过，或商户在支付宝拒绝了签约");
            default -> new ReviewResult.Undetermined("支付宝返回了未知的申请状态：" + status);
        };
    }

    private static ReviewResult toConfirm(String link) {
        return ParkingCodes.blank(link)
                ? new ReviewResult.Undetermined("支付宝已通过审核，但还没有给出确认链接")
                : new ReviewResult.AwaitingSignature(link, "支付宝审核通过，待商户确认签约（15 天内有效）");
    }

    /** The merchant's word is not enough: the product itself must have become valid. */
    private ReviewResult confirmed(AlipayOpenAgentOrderQueryResponse order) {
        String status = product(order).map(ProductAgentStatusInfo::getStatus).orElse("");
        return switch (status) {
            case "valid", "restrictValid" -> approved(order.getMerchantPid());
            case "audit", "waitConfirm" -> new ReviewResult.UnderReview("商户已确认，支付宝正在开通产品");
            case "auditReject" -> rejected(order, "支付宝审核未通过");
            case "invalid", "restrictInvalid" -> new ReviewResult.Closed("多费率代扣产品的合约在支付宝已失效");
            default -> new ReviewResult.Undetermined("商户已确认，但支付宝没有说明产品是否生效");
        };
    }

    private static ReviewResult approved(String pid) {
        return pid != null && pid.matches(ParkingCodes.PID)
                ? new ReviewResult.Approved(pid)
                : new ReviewResult.Undetermined("支付宝已完成签约，但没有给出商户的 PID");
    }

    private Optional<ProductAgentStatusInfo> product(AlipayOpenAgentOrderQueryResponse order) {
        return products(order)
                .filter(product -> productCode.equals(product.getProductCode()))
                .findFirst();
    }

    private static Stream<ProductAgentStatusInfo> products(AlipayOpenAgentOrderQueryResponse order) {
        return order.getProductAgentStatusInfos() == null
                ? Stream.empty()
                : order.getProductAgentStatusInfos().stream();
    }

    /** Alipay's reasons, of the application and of each product, led back to our fields. */
    private static ReviewResult rejected(AlipayOpenAgentOrderQueryResponse order, String message) {
        List<FieldIssue> issues = Stream.concat(
                        Stream.of(Optional.ofNullable(order.getRejectReason())),
                        products(order).map(product -> Optional.ofNullable(product.getRejectReason())))
                .flatMap(Optional::stream)
                // one text may speak of several fields (assumed: one after the other)
                .flatMap(reason -> Stream.of(reason.split("[；;\\n]+")))
                .map(String::strip)
                .filter(reason -> !reason.isEmpty())
                .distinct()
                .flatMap(reason -> SignField.issues(reason).stream())
                .toList();
        return new ReviewResult.Rejected(issues, message);
    }
}
