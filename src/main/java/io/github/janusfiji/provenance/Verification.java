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
package io.github.janusfiji.provenance;

import io.github.janusfiji.provenance.c2pa.Validation;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Verification of one recording.
 *
 * @param file the file or folder
 * @param verdict what it is worth
 * @param signer the name in the signer's certificate; empty if there is none
 * @param changes how it differs from what was signed
 * @param validation C2PA's findings, with the chain of sources
 * @param remark more in words; may be empty
 */
public record Verification(Path file, Verdict verdict, String signer,
	List<Change> changes, Optional<Validation> validation, String remark)
{

	/** Takes a copy. */
	public Verification {
		changes = List.copyOf(changes);
	}

	/** @return the finding in one sentence */
	public String sentence() {
		final String name = file.getFileName() + " ";
		return name + switch (verdict) {
			case AUTHENTIC -> "is as " + signer + " signed it.";
			case REMUXED -> "shows and sounds as " + signer +
				" signed it; only its container was rewritten.";
			case REENCODED ->
				"was compressed anew; its watermark leads to a recording that " + signer +
					" signed.";
			case ALTERED -> "was altered after it was signed" + (signer.isEmpty() ? "."
				: " by " + signer + ".");
			case UNTRUSTED -> "is as it was signed, but by " + signer +
				", who is not known here.";
			case UNSIGNED -> "carries no credentials, and none are known of it.";
		} + (remark.isEmpty() ? "" : " " + remark);
	}
}
