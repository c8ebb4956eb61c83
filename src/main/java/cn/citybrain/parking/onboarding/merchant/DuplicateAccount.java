package cn.citybrain.parking.onboarding.merchant;

/** The merchant already has this account at this channel, running or live. */
public class DuplicateAccount extends RuntimeException {

    private final String otherApplicationNo;

    public DuplicateAccount(String otherApplicationNo) {
        super("该账号已在申请 " + otherApplicationNo + " 中使用（办理中或已接入），请勿重复申请；如需新增账户，请填写另一个账号");
        this.otherApplicationNo = otherApplicationNo;
    }

    public String otherApplicationNo() {
        return otherApplicationNo;
    }
}
