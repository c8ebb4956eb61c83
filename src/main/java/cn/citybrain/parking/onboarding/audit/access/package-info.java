/** Who may call {@code /api/audit}: auditors, and nobody else. Says so before anything is read. */
package cn.citybrain.parking.onboarding.audit.access;
