package cn.citybrain.parking.onboarding.merchant;

import cn.citybrain.parking.onboarding.encryption.FieldCipher;
import org.springframework.stereotype.Component;

/** Telephone numbers of contacts as tables keep them: encrypted, bound to whose they are. Empty stays empty. */
@Component
public class ContactPhones {

    private final FieldCipher cipher;

    ContactPhones(FieldCipher cipher) {
        this.cipher = cipher;
    }

    public String ofCompany(String tenantId, String phone) {
        return seal(phone, "merchant.contact_phone/" + tenantId);
    }

    public String ofVendor(String groupId, String phone) {
        return seal(phone, "vendor.contact_phone/" + groupId);
    }

    String readCompany(String tenantId, String stored) {
        return open(stored, "merchant.contact_phone/" + tenantId);
    }

    String readVendor(String groupId, String stored) {
        return open(stored, "vendor.contact_phone/" + groupId);
    }

    private String seal(String phone, String context) {
        return phone.isEmpty() ? "" : cipher.encrypt(phone, context);
    }

    private String open(String stored, String context) {
        return stored.isEmpty() ? "" : cipher.decrypt(stored, context);
    }
}
