package cn.citybrain.parking.onboarding.merchant.profile;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is kept of a company.
 *
 * @param version the one to change on
 * @param values in clear text, by place
 * @param accounts in the order in which they were entered
 */
public record CompanyProfile(
        long merchantId,
        long version,
        Map<String, String> values,
        List<SettlementAccount> accounts,
        List<CompanyPaper> papers,
        String changedBy,
        Instant changedAt) {

    /** Account number of what belongs to the company itself. */
    public static final int COMPANY = 0;

    public CompanyProfile {
        values = Map.copyOf(values);
        accounts = List.copyOf(accounts);
        papers = List.copyOf(papers);
    }

    /** @param about name of the lot that it shows, empty for a paper of the company */
    public Optional<CompanyPaper> paper(String place, String about) {
        return papers.stream()
                .filter(paper -> paper.place().equals(place) && paper.about().equals(about))
                .findFirst();
    }

    public Optional<SettlementAccount> account(int no) {
        return accounts.stream().filter(account -> account.no() == no).findFirst();
    }

    /** Names no value: they must not reach a log by accident. */
    @Override
    public String toString() {
        return "CompanyProfile[" + merchantId + ", version " + version + "]";
    }
}
