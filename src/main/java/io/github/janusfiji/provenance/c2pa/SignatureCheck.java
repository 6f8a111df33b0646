/*-
 * #%L
 * Janus: make, study and expose face manipulation in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 Janus developers.
 * %%
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 * 
 * 1. Redistributions of source code must retain the above copyright notice,
 *    this list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the documentation
 *    and/or other materials provided with the distribution.
 * 
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS"
 * AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE
 * IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE
 * ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDERS OR CONTRIBUTORS BE
 * LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR
 * CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF
 * SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS
 * INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN
 * CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE)
 * ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE
 * POSSIBILITY OF SUCH DAMAGE.
 * #L%
 */
package io.github.janusfiji.provenance.c2pa;

import java.time.Instant;
import java.util.List;

/** Checks who signed a manifest, when, and that it is what was signed. */
final class SignatureCheck {

	private final TrustAnchors anchors;
	private final List<Status> found;

	SignatureCheck(final TrustAnchors anchors, final List<Status> found) {
		this.anchors = anchors;
		this.found = found;
	}

	/** @return the signer's name; empty if it cannot be read */
	String check(final Manifest manifest) {
		final String url = manifest.address("c2pa.signature");
		String signer = "";
		try {
			final byte[] bytes = manifest.signature().filter(b -> isNamed(manifest))
				.orElseThrow(() -> new ManifestException(Codes.SIGNATURE_MISSING,
					"the claim is not signed"));
			final Cose cose = Cose.parse(bytes);
			signer = Signer.name(cose.chain().get(0));
			signature(manifest, cose, url);
		}
		catch (final ManifestException e) {
			found.add(Status.failure(e.code(), url, e.getMessage()));
		}
		return signer;
	}

	/** The claim itself names its signature, by the manifest's label. */
	private static boolean isNamed(final Manifest manifest) {
		final String url = Manifest.text(manifest.claim().get("signature"));
		final String path = url.replaceFirst("^self#jumbf=/?", "");
		return path.equals("c2pa.signature") || path.equals("c2pa/" + manifest
			.label() + "/c2pa.signature") || path.equals(manifest.label() +
				"/c2pa.signature");
	}

	private void signature(final Manifest manifest, final Cose cose,
		final String url) throws ManifestException
	{
		final byte[] claim = manifest.claimBytes();
		Instant when = Instant.now();
		for (final Cose.Stamped stamp : cose.timeStamps(claim)) {
			try {
				when = TimeStamp.verify(stamp.token(), stamp.content());
				found.add(Status.success(Codes.TIME_VALIDATED, url, "signed by " + when));
				break;
			}
			catch (final ManifestException e) {
				found.add(new Status(Status.Kind.INFORMATIONAL, e.code(), url, e
					.getMessage()));
			}
		}
		final var leaf = cose.chain().get(0);
		final String fault = Signer.fault(leaf, when);
		if (fault != null) found.add(Status.failure(fault, url,
			"the signer's certificate does not fit or has expired"));
		else if (anchors.vouchFor(cose.chain(), when)) found.add(Status.success(
			Codes.TRUSTED, url, "the signer is trusted"));
		else found.add(Status.failure(Codes.UNTRUSTED, url, "the signer is not known"));
		if (!cose.verify(claim)) {
			found.add(Status.failure(Codes.SIGNATURE_MISMATCH, url,
				"the claim is not the one that was signed"));
			return;
		}
		found.add(Status.success(Codes.SIGNATURE_VALIDATED, url, "claim signature valid"));
		final boolean inside = !Codes.CREDENTIAL_EXPIRED.equals(fault);
		found.add(inside ? Status.success(Codes.INSIDE_VALIDITY, url,
			"signed while the certificate was valid") : Status.failure(
				Codes.OUTSIDE_VALIDITY, url,
				"signed while the certificate was not valid"));
	}
}
