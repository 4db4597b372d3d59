// node check-sbom.mjs FILE: valid CycloneDX 1.5? Prints what is wrong and ends with 1 when not.
import { readFileSync } from "node:fs";
import { Spec, Validation } from "@cyclonedx/cyclonedx-library";

const wrong = await new Validation.JsonStrictValidator(Spec.Version.v1dot5).validate(
  readFileSync(process.argv[2], "utf8"),
);
if (wrong !== null) {
  console.log(JSON.stringify(wrong, null, 1));
  process.exit(1);
}
