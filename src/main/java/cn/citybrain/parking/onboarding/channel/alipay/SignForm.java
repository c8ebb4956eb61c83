package cn.citybrain.parking.onboarding.channel.alipay;

import cn.citybrain.parking.onboarding.channel.FieldIssue;
import cn.citybrain.parking.onboarding.channel.account.MerchantApplication;
import cn.citybrain.parking.onboarding.channel.account.MerchantApplication.Paper;
import com.alipay.api.FileItem;
import com.alipay.api.domain.AlipayOpenAgentCreateModel;
import com.alipay.api.domain.ContactModel;
import com.alipay.api.request.AlipayOpenAgentCommonSignRequest;
import com.alipay.api.request.AlipayOpenAgentCreateRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Builds the requests of an application, and finds what Alipay would not take before anything is sent. */
final class SignForm {

    private static final int SMALLEST = 5 * 1024;
    private static final int LARGEST = 5 * 1024 * 1024;

    private final AlipaySettings settings;

    SignForm(AlipaySettings settings) {
        this.settings = settings;
    }

    List<FieldIssue> issues(MerchantApplication application) {
        List<FieldIssue> issues = new ArrayList<>();
        for (String key : wanted(application)) {
            if (SignPapers.of(application, key).isEmpty()) {
                issues.add(new FieldIssue(SignPapers.fieldKey(application, key), "支付宝要求提供该图片，请上传"));
            }
        }
        if (district(value(application, "storeAddress")).isEmpty()) {
            issues.add(new FieldIssue("storeAddress", "支付宝要求写明区（县、市），例如“杭州市西湖区文三路 1 号”，请补充"));
        }
        return issues;
    }

    /** A special licence is asked for where the business licence does not speak of parking fees. */
    private static List<String> wanted(MerchantApplication application) {
        return specialLicence(application)
                ? List.of("licenceCopy", SignPapers.FEE_PAPER, "storeEntrancePic")
                : List.of("licenceCopy", "storeEntrancePic");
    }

    private static boolean specialLicence(MerchantApplication application) {
        return !"true".equals(value(application, "licenceHasParkingFee"));
    }

    AlipayOpenAgentCreateRequest create(MerchantApplication application) {
        ContactModel contact = new ContactModel();
        contact.setContactName(value(application, "contactName"));
        contact.setContactMobile(value(application, "mobilePhone"));
        contact.setContactEmail(value(application, "contactEmail"));
        AlipayOpenAgentCreateModel model = new AlipayOpenAgentCreateModel();
        model.setAccount(value(application, "alipayAccount"));
        model.setContactInfo(contact);
        AlipayOpenAgentCreateRequest request = new AlipayOpenAgentCreateRequest();
        request.setBizModel(model);
        return request;
    }

    /** Texts and pictures travel as parts of a form: this method knows no {@code biz_content}. */
    AlipayOpenAgentCommonSignRequest sign(String batchNo, MerchantApplication application) {
        AlipayOpenAgentCommonSignRequest request = new AlipayOpenAgentCommonSignRequest();
        request.setBatchNo(batchNo);
        request.setProductCode(settings.productCode());
        request.setMccCode(settings.mccCode());
        addLicence(request, application);
        addStore(request, application);
        return request;
    }

    private static void addLicence(AlipayOpenAgentCommonSignRequest request, MerchantApplication application) {
        request.setBusinessLicenseNo(value(application, "licenceNumber"));
        request.setBusinessLicensePic(picture(application, "licenceCopy"));
        String end = value(application, "licencePeriodEnd");
        request.setLongTerm(end.equals("长期"));
        if (!end.equals("长期")) {
            request.setDateLimitation(end);
        }
        if (specialLicence(application)) {
            request.setSpecialLicensePic(picture(application, SignPapers.FEE_PAPER));
        }
    }

    private void addStore(AlipayOpenAgentCommonSignRequest request, MerchantApplication application) {
        String address = value(application, "storeAddress");
        request.setShopName(value(application, "storeName"));
        request.setShopProvinceCode(settings.provinceCode());
        request.setShopCityCode(settings.cityCode());
        request.setShopDistrictCode(district(address).orElseThrow());
        request.setShopDetailAddress(address);
        request.setShopSignBoardPic(picture(application, "storeEntrancePic"));
    }

    /** The district that an address names first. */
    private Optional<String> district(String address) {
        return settings.districtCodes().entrySet().stream()
                .filter(district -> address.contains(district.getKey()))
                .min(Comparator.comparingInt(district -> address.indexOf(district.getKey())))
                .map(Map.Entry::getValue);
    }

    private static FileItem picture(MerchantApplication application, String key) {
        return SignPapers.of(application, key)
                .map(paper -> new FileItem(paper.fileName(), paper.within(SMALLEST, LARGEST), Paper.MEDIA_TYPE))
                .orElseThrow();
    }

    private static String value(MerchantApplication application, String key) {
        return application.fields().getOrDefault(key, "").strip();
    }
}
