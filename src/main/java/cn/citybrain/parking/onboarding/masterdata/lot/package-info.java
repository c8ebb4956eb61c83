/** The parking lots: what is entered, its checks, how one is made, changed and closed, and which vendor it has from when on. Knows companies and vendors by what merchant says of them. */
package cn.citybrain.parking.onboarding.masterdata.lot;
