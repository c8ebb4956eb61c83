/** Papers: checks, encrypted store, preview, download. Knows nothing but encryption and who is asking. */
package cn.citybrain.parking.onboarding.document;
