/** The seals as auditors get them, by page, file and mail; and the checks of a verification that need to know what is in the rows: papers and dossiers. */
package cn.citybrain.parking.onboarding.audit.seal;
