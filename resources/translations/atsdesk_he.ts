<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="he" sourcelanguage="en">
<context>
    <name>AccountDialog</name>
    <message>
        <source>Asking the ATS…</source>
        <translation>פונה למערכת הגיוס…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>ביטול</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>חיבור</translation>
    </message>
    <message>
        <source>Connect an ATS</source>
        <translation>חיבור מערכת גיוס</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>טופס</translation>
    </message>
    <message>
        <source>Keep the key for this session only</source>
        <translation>לשמור את המפתח רק עד סגירת התוכנה</translation>
    </message>
    <message>
        <source>New key for {}</source>
        <translation>מפתח חדש עבור {}</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>תוצאה</translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation>בדיקת החיבור</translation>
    </message>
    <message>
        <source>Test the connection to see each list the ATS lets this key read.</source>
        <translation>בדיקת החיבור תציג כל רשימה שמערכת הגיוס מתירה למפתח הזה לקרוא.</translation>
    </message>
    <message>
        <source>The ATS answered, but nothing is readable with this key.</source>
        <translation>מערכת הגיוס ענתה, אבל אי אפשר לקרוא דבר עם המפתח הזה.</translation>
    </message>
    <message>
        <source>The connection works and everything is readable.</source>
        <translation>החיבור תקין ואפשר לקרוא הכול.</translation>
    </message>
    <message>
        <source>The connection works. Some things are not readable with this key.</source>
        <translation>החיבור תקין. חלק מהנתונים אינם פתוחים למפתח הזה.</translation>
    </message>
    <message>
        <source>The key stays in this computer&apos;s keyring and goes to {} alone. Nothing is written to the ATS unless you submit somebody.</source>
        <translation>המפתח נשמר בצרור המפתחות של המחשב הזה ונשלח אל {} בלבד. דבר אינו נכתב במערכת הגיוס, אלא אם תגישו מישהו.</translation>
    </message>
    <message>
        <source>What this key may read</source>
        <translation>מה המפתח הזה רשאי לקרוא</translation>
    </message>
    <message>
        <source>You will be asked again at the next start.</source>
        <translation>המפתח יתבקש שוב בהפעלה הבאה.</translation>
    </message>
</context>
<context>
    <name>AccountForm</name>
    <message>
        <source>Address of the API</source>
        <translation>כתובת ה־API</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>מתקדם</translation>
    </message>
    <message>
        <source>Give the account a name.</source>
        <translation>יש לתת לחשבון שם.</translation>
    </message>
    <message>
        <source>How you will call this account: letters, digits, - and _.</source>
        <translation>השם שבו ייקרא החשבון: אותיות לועזיות, ספרות, - ו־_.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>שם</translation>
    </message>
    <message>
        <source>Only change this when your ATS told you to. It starts with https://</source>
        <translation>לשנות רק אם מערכת הגיוס הנחתה לעשות כן. הכתובת מתחילה ב־https://</translation>
    </message>
    <message>
        <source>There is already an account of this name.</source>
        <translation>כבר יש חשבון בשם הזה.</translation>
    </message>
    <message>
        <source>This is needed. {}</source>
        <translation>שדה חובה. {}</translation>
    </message>
    <message>
        <source>This is not a web address; it starts with https://</source>
        <translation>זו אינה כתובת אינטרנט; היא צריכה להתחיל ב־https://</translation>
    </message>
    <message>
        <source>This name is too long.</source>
        <translation>השם ארוך מדי.</translation>
    </message>
    <message>
        <source>Use only letters, digits, - and _, without blanks.</source>
        <translation>אפשר להשתמש רק באותיות לועזיות, בספרות, ב־- וב־_, בלי רווחים.</translation>
    </message>
</context>
<context>
    <name>AccountStamp</name>
    <message>
        <source>Ask the ATS of {} to refresh</source>
        <translation>לבקש ממערכת הגיוס של {} להתרענן</translation>
    </message>
    <message>
        <source>Ask the ATS to refresh</source>
        <translation>לבקש רענון ממערכת הגיוס</translation>
    </message>
    <message>
        <source>Not synced yet</source>
        <translation>עדיין לא סונכרן</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>סנכרון</translation>
    </message>
    <message>
        <source>Sync {} only</source>
        <translation>לסנכרן רק את {}</translation>
    </message>
    <message>
        <source>Synced {}</source>
        <translation>סונכרן {}</translation>
    </message>
    <message>
        <source>Syncing…</source>
        <translation>מסנכרן…</translation>
    </message>
    <message>
        <source>{} keeps a copy of the ATS. Its next syncs bring what it then finds.</source>
        <translation>‏{} מחזיקה עותק של מערכת הגיוס. מה שהיא תמצא יגיע בסנכרונים הבאים.</translation>
    </message>
</context>
<context>
    <name>ActivityTab</name>
    <message>
        <source>Accept deletions</source>
        <translation>לאשר את המחיקות</translation>
    </message>
    <message>
        <source>Accept deletions: {}</source>
        <translation>לאשר את המחיקות: {}</translation>
    </message>
    <message>
        <source>All good</source>
        <translation>הכול תקין</translation>
    </message>
    <message>
        <source>And {} more; they appear as you finish these.</source>
        <translation>ועוד {}; הם יופיעו כשאלה יטופלו.</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>העתקת הפרטים</translation>
    </message>
    <message>
        <source>Copy details of: {}</source>
        <translation>העתקת הפרטים של: {}</translation>
    </message>
    <message>
        <source>Details copied</source>
        <translation>הפרטים הועתקו</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>טופל</translation>
    </message>
    <message>
        <source>Done: {}</source>
        <translation>טופל: {}</translation>
    </message>
    <message>
        <source>If that is right, accept the deletions; if not, check what the key may see in the ATS.</source>
        <translation>אם זה נכון, יש לאשר את המחיקות; אם לא, כדאי לבדוק מה המפתח רשאי לראות במערכת הגיוס.</translation>
    </message>
    <message>
        <source>Issues</source>
        <translation>דורש טיפול</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>להשאיר</translation>
    </message>
    <message>
        <source>Nothing needs you. Whatever does will be listed here, with what to do.</source>
        <translation>אין דבר שדורש טיפול. מה שידרוש יופיע כאן, עם הסבר מה לעשות.</translation>
    </message>
    <message>
        <source>Open settings</source>
        <translation>פתיחת ההגדרות</translation>
    </message>
    <message>
        <source>Read all of {} again and delete here whatever the ATS no longer lists, in all its lists?</source>
        <translation>לקרוא שוב את כל {} ולמחוק כאן כל מה שאינו מופיע עוד במערכת הגיוס, בכל הרשימות?</translation>
    </message>
    <message>
        <source>Sync again</source>
        <translation>לסנכרן שוב</translation>
    </message>
    <message>
        <source>Sync and delete</source>
        <translation>לסנכרן ולמחוק</translation>
    </message>
    <message>
        <source>Syncs</source>
        <translation>סנכרונים</translation>
    </message>
    <message>
        <source>seen {} times</source>
        <translation>נראה {} פעמים</translation>
    </message>
    <message>
        <source>{}: {}</source>
        <translation>{}: {}</translation>
    </message>
</context>
<context>
    <name>AgendaList</name>
    <message>
        <source>(no name)</source>
        <translation>(ללא שם)</translation>
    </message>
    <message>
        <source>Agenda</source>
        <translation>יומן</translation>
    </message>
    <message>
        <source>All day</source>
        <translation>כל היום</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>יום</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>מוקדם יותר</translation>
    </message>
    <message>
        <source>Feedback overdue: {}</source>
        <translation>משובים באיחור: {}</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>מאוחר יותר</translation>
    </message>
    <message>
        <source>No interviews here.</source>
        <translation>אין כאן ראיונות.</translation>
    </message>
    <message>
        <source>There are more. Filters, or a single day, narrow the list.</source>
        <translation>יש עוד. מסננים, או יום בודד, יצמצמו את הרשימה.</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>היום</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>שבוע</translation>
    </message>
    <message>
        <source>Who interviews how much</source>
        <translation>מי מראיין/ת כמה</translation>
    </message>
    <message>
        <source>Without a day</source>
        <translation>ללא תאריך</translation>
    </message>
    <message>
        <source>feedback given</source>
        <translation>ניתן משוב</translation>
    </message>
    <message>
        <source>feedback overdue</source>
        <translation>המשוב באיחור</translation>
    </message>
    <message>
        <source>{} in {}</source>
        <translation>{} ב־{}</translation>
    </message>
    <message>
        <source>{} · {} h</source>
        <translation>{} · {} שע׳</translation>
    </message>
    <message>
        <source>{} – {}</source>
        <translation>{} – {}</translation>
    </message>
    <message>
        <source>{}, interviews: {}. Show them alone</source>
        <translation>{}, ראיונות: {}. הצגתם לבדם</translation>
    </message>
    <message>
        <source>{}, today</source>
        <translation>{}, היום</translation>
    </message>
    <message>
        <source>{}, {}. Open the panel</source>
        <translation>{}, {}. פתיחת החלונית</translation>
    </message>
</context>
<context>
    <name>BackupsDialog</name>
    <message>
        <source>Back up now</source>
        <translation>גיבוי עכשיו</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>ביטול</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>סגירה</translation>
    </message>
    <message>
        <source>Go back to this copy? The present file is kept as one more. What the ATS has since comes back with the next sync, and nothing that was sent is sent again.</source>
        <translation>לחזור לעותק הזה? הקובץ הנוכחי נשמר כעותק נוסף. מה שנוסף מאז במערכת הגיוס חוזר עם הסנכרון הבא, ושום דבר שנשלח לא יישלח שוב.</translation>
    </message>
    <message>
        <source>Making a copy and verifying it…</source>
        <translation>יוצר עותק ומאמת אותו…</translation>
    </message>
    <message>
        <source>None yet. The first is made when the data is a day old, or now if you wish.</source>
        <translation>עדיין אין. העותק הראשון נוצר כשהנתונים בני יום, או עכשיו אם תרצו.</translation>
    </message>
    <message>
        <source>One is made each day, and before an update changes the data file. They hold what the data file holds, so that whoever is forgotten goes from them too.</source>
        <translation>עותק נוצר בכל יום, ולפני שעדכון משנה את קובץ הנתונים. העותקים מכילים את כל מה שבקובץ, ולכן מי שנשכח נמחק גם מהם.</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>שחזור</translation>
    </message>
    <message>
        <source>Restore the copy of {}</source>
        <translation>שחזור העותק מ־{}</translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation>שחזור…</translation>
    </message>
    <message>
        <source>Safety copies</source>
        <translation>עותקי גיבוי</translation>
    </message>
    <message>
        <source>The copy is made and verified.</source>
        <translation>העותק נוצר ואומת.</translation>
    </message>
    <message>
        <source>Verifying the copy and putting it back…</source>
        <translation>מאמת את העותק ומחזיר אותו…</translation>
    </message>
</context>
<context>
    <name>Between</name>
    <message>
        <source>Choose the first day</source>
        <translation>בחירת היום הראשון</translation>
    </message>
    <message>
        <source>Choose the last day</source>
        <translation>בחירת היום האחרון</translation>
    </message>
    <message>
        <source>From</source>
        <translation>מתאריך</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>הצגה</translation>
    </message>
    <message>
        <source>To</source>
        <translation>עד תאריך</translation>
    </message>
</context>
<context>
    <name>BrowseTab</name>
    <message>
        <source>Columns</source>
        <translation>עמודות</translation>
    </message>
    <message>
        <source>Columns…</source>
        <translation>עמודות…</translation>
    </message>
    <message>
        <source>Copy cell</source>
        <translation>העתקת התא</translation>
    </message>
    <message>
        <source>Copy rows	Ctrl+C</source>
        <translation>העתקת השורות	Ctrl+C</translation>
    </message>
    <message>
        <source>Export this view</source>
        <translation>ייצוא התצוגה</translation>
    </message>
    <message>
        <source>Export this view…</source>
        <translation>ייצוא התצוגה…</translation>
    </message>
    <message>
        <source>Open panel</source>
        <translation>פתיחת החלונית</translation>
    </message>
    <message>
        <source>Panel</source>
        <translation>חלונית</translation>
    </message>
    <message>
        <source>Select all	Ctrl+A</source>
        <translation>בחירת הכול	Ctrl+A</translation>
    </message>
    <message>
        <source>{} of {}</source>
        <translation>{} מתוך {}</translation>
    </message>
</context>
<context>
    <name>CalendarMenu</name>
    <message>
        <source>Calendar</source>
        <translation>לוח שנה</translation>
    </message>
</context>
<context>
    <name>CandidatePanel</name>
    <message>
        <source>(no job)</source>
        <translation>(ללא משרה)</translation>
    </message>
    <message>
        <source>(no name)</source>
        <translation>(ללא שם)</translation>
    </message>
    <message>
        <source>ATS status</source>
        <translation>מצב במערכת הגיוס</translation>
    </message>
    <message>
        <source>Applications</source>
        <translation>מועמדויות</translation>
    </message>
    <message>
        <source>Applied</source>
        <translation>הגשה</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>רקע</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>איש קשר</translation>
    </message>
    <message>
        <source>Copied: {}</source>
        <translation>הועתק: {}</translation>
    </message>
    <message>
        <source>Copy {}</source>
        <translation>העתקת {}</translation>
    </message>
    <message>
        <source>Fetched from the ATS and opened; removed when the program ends.</source>
        <translation>הובא ממערכת הגיוס ונפתח; יוסר בסיום התוכנה.</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>קבצים</translation>
    </message>
    <message>
        <source>Forget this person…</source>
        <translation>מחיקת כל המידע על האדם…</translation>
    </message>
    <message>
        <source>Hired on</source>
        <translation>תאריך גיוס</translation>
    </message>
    <message>
        <source>History</source>
        <translation>היסטוריה</translation>
    </message>
    <message>
        <source>Keep as a prospect…</source>
        <translation>שמירה כמועמד/ת פוטנציאלי/ת…</translation>
    </message>
    <message>
        <source>More for this person</source>
        <translation>פעולות נוספות</translation>
    </message>
    <message>
        <source>No applications.</source>
        <translation>אין מועמדויות.</translation>
    </message>
    <message>
        <source>Nothing has changed since ATS Desk first saw this person. Changes will be listed here.</source>
        <translation>דבר לא השתנה מאז ש־ATS Desk קלט את האדם הזה לראשונה. שינויים יופיעו כאן.</translation>
    </message>
    <message>
        <source>One more application…</source>
        <translation>מועמדות נוספת…</translation>
    </message>
    <message>
        <source>Open in {}</source>
        <translation>פתיחה ב־{}</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>רשומה</translation>
    </message>
    <message>
        <source>Same e-mail: {} in {}</source>
        <translation>אותו דוא״ל: {} ב־{}</translation>
    </message>
    <message>
        <source>Same phone: {} in {}</source>
        <translation>אותו טלפון: {} ב־{}</translation>
    </message>
    <message>
        <source>See record</source>
        <translation>הצגת הרשומה</translation>
    </message>
    <message>
        <source>Selected in the table</source>
        <translation>נבחר בטבלה</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>מקור</translation>
    </message>
    <message>
        <source>Starts on</source>
        <translation>תחילת עבודה</translation>
    </message>
    <message>
        <source>Status since</source>
        <translation>במצב זה מאז</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>תגיות</translation>
    </message>
    <message>
        <source>The ATS has deleted this person, or they were forgotten here.</source>
        <translation>האדם נמחק במערכת הגיוס, או שכל המידע עליו נמחק כאן.</translation>
    </message>
    <message>
        <source>The ATS no longer has this application.</source>
        <translation>המועמדות הזאת כבר אינה במערכת הגיוס.</translation>
    </message>
    <message>
        <source>Write a note…</source>
        <translation>כתיבת הערה…</translation>
    </message>
</context>
<context>
    <name>CheckList</name>
    <message>
        <source>Fields left out for lack of permission: {}</source>
        <translation>שדות שהושמטו כי אין להם הרשאה: {}</translation>
    </message>
</context>
<context>
    <name>CloseQuestion</name>
    <message>
        <source>A sync is under way</source>
        <translation>מתבצע סנכרון</translation>
    </message>
    <message>
        <source>ATS Desk</source>
        <translation>ATS Desk</translation>
    </message>
    <message>
        <source>ATS Desk can go on in the tray and keep your data fresh. If it stops now, nothing is lost: the next sync goes on where this one was. Your answer is remembered; Settings can change it.</source>
        <translation>‏ATS Desk יכול להמשיך לפעול במגש המערכת ולשמור על נתונים עדכניים. גם אם הסנכרון ייעצר עכשיו, דבר לא יאבד: הסנכרון הבא ימשיך מאותה נקודה. הבחירה נשמרת, ואפשר לשנות אותה בהגדרות.</translation>
    </message>
    <message>
        <source>Go on in the tray</source>
        <translation>להמשיך במגש המערכת</translation>
    </message>
    <message>
        <source>Stop and quit</source>
        <translation>לעצור ולצאת</translation>
    </message>
</context>
<context>
    <name>ColumnMapping</name>
    <message>
        <source>Column for {}</source>
        <translation>עמודה עבור {}</translation>
    </message>
    <message>
        <source>Not recognised</source>
        <translation>לא זוהו</translation>
    </message>
    <message>
        <source>Not used</source>
        <translation>לא בשימוש</translation>
    </message>
    <message>
        <source>Recognised</source>
        <translation>זוהו</translation>
    </message>
    <message>
        <source>{} (suggested)</source>
        <translation>{} (הצעה)</translation>
    </message>
</context>
<context>
    <name>Copying</name>
    <message>
        <source>Copied: {}</source>
        <translation>הועתק: {}</translation>
    </message>
    <message>
        <source>Rows copied: {}</source>
        <translation>שורות שהועתקו: {}</translation>
    </message>
</context>
<context>
    <name>DailyLook</name>
    <message>
        <source>ATS Desk {} is out. You have {}.</source>
        <translation>יצאה גרסה {} של ATS Desk. הגרסה שלך היא {}.</translation>
    </message>
</context>
<context>
    <name>DamageDialog</name>
    <message>
        <source>ATS Desk</source>
        <translation>ATS Desk</translation>
    </message>
    <message>
        <source>All that you made here was saved.</source>
        <translation>כל מה שיצרתם כאן ניצל.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>סגירה</translation>
    </message>
    <message>
        <source>Go back to the newest safety copy</source>
        <translation>חזרה לעותק הגיבוי החדש ביותר</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>המשך</translation>
    </message>
    <message>
        <source>Looking for a safety copy that is good…</source>
        <translation>מחפש עותק גיבוי תקין…</translation>
    </message>
    <message>
        <source>Not all could be read of: {}.</source>
        <translation>לא היה אפשר לקרוא את הכול מתוך: {}.</translation>
    </message>
    <message>
        <source>Saving what can be saved…</source>
        <translation>מציל את מה שאפשר להציל…</translation>
    </message>
    <message>
        <source>Start a new file, and sync everything again</source>
        <translation>קובץ חדש, וסנכרון של הכול מחדש</translation>
    </message>
    <message>
        <source>Sync now: what the ATS has comes back with that.</source>
        <translation>כדאי לסנכרן עכשיו: כך חוזר כל מה שיש במערכת הגיוס.</translation>
    </message>
    <message>
        <source>The damaged file is kept for 14 days: {}</source>
        <translation>הקובץ הפגום נשמר 14 ימים: {}</translation>
    </message>
    <message>
        <source>The safety copy of {} is good.</source>
        <translation>עותק הגיבוי מ־{} תקין.</translation>
    </message>
    <message>
        <source>There is a good data file again</source>
        <translation>שוב יש קובץ נתונים תקין</translation>
    </message>
    <message>
        <source>There is no safety copy that could be restored.</source>
        <translation>אין עותק גיבוי שאפשר לשחזר.</translation>
    </message>
    <message>
        <source>Whatever you choose, what you made here is saved as far as it can be read: the outbox with its files, drafts, exposed jobs, own jobs and their links, views, profiles, limits and accounts. The damaged file is kept for 14 days.</source>
        <translation>בכל מקרה, מה שיצרתם כאן ניצל ככל שאפשר לקרוא אותו: תיבת היוצא עם הקבצים, טיוטות, משרות בטיפול, משרות משלכם והקישורים שלהן, תצוגות, פרופילים, מגבלות וחשבונות. הקובץ הפגום נשמר 14 ימים.</translation>
    </message>
</context>
<context>
    <name>DataPart</name>
    <message numerus="yes">
        <source>Candidates are kept for %n months after they were last active.</source>
        <translation>
            <numerusform>מועמדים נשמרים חודש אחרי הפעילות האחרונה שלהם.</numerusform>
            <numerusform>מועמדים נשמרים %n חודשים אחרי הפעילות האחרונה שלהם.</numerusform>
        </translation>
    </message>
    <message>
        <source>Candidates are kept without a limit.</source>
        <translation>מועמדים נשמרים ללא הגבלה.</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>נתונים</translation>
    </message>
    <message>
        <source>How long things are kept</source>
        <translation>כמה זמן נשמרים דברים</translation>
    </message>
    <message>
        <source>How long…</source>
        <translation>כמה זמן…</translation>
    </message>
    <message>
        <source>Safety copies</source>
        <translation>עותקי גיבוי</translation>
    </message>
    <message>
        <source>Safety copies…</source>
        <translation>עותקי גיבוי…</translation>
    </message>
</context>
<context>
    <name>DaysBox</name>
    <message>
        <source> days</source>
        <translation> ימים</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>The data folder is not in a safe place</source>
        <translation>תיקיית הנתונים אינה במקום בטוח</translation>
    </message>
</context>
<context>
    <name>ExportTab</name>
    <message>
        <source>All tables, ready for Excel, Power BI and Tableau; a profile keeps what of them you need.</source>
        <translation>כל הטבלאות, מוכנות ל־Excel, ל־Power BI ול־Tableau; פרופיל שומר את מה שדרוש מתוכן.</translation>
    </message>
    <message>
        <source>Also inside: README, Dictionary (every column explained) and Sync (how fresh it is).</source>
        <translation>וגם: גיליון README, גיליון Dictionary (הסבר לכל עמודה) וגיליון Sync (עד כמה הנתונים עדכניים).</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>ביטול</translation>
    </message>
    <message>
        <source>Cancelled. The file from before is as it was.</source>
        <translation>בוטל. הקובץ הקודם נשאר כשהיה.</translation>
    </message>
    <message>
        <source>Copied. Paste it into a blank query&apos;s Advanced Editor.</source>
        <translation>הועתק. יש להדביק ב־Advanced Editor של שאילתה ריקה.</translation>
    </message>
    <message>
        <source>Copy the Power Query text that reads {} into Power BI or Excel</source>
        <translation>העתקת טקסט Power Query שקורא את {} לתוך Power BI או Excel</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>סופר…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>ייצוא</translation>
    </message>
    <message>
        <source>Export anyway</source>
        <translation>לייצא בכל זאת</translation>
    </message>
    <message>
        <source>File to write</source>
        <translation>קובץ היעד</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>מבנה</translation>
    </message>
    <message>
        <source>Hash: {}</source>
        <translation>טביעת אצבע: {}</translation>
    </message>
    <message>
        <source>How to build on it</source>
        <translation>איך בונים על זה</translation>
    </message>
    <message>
        <source>Last exports</source>
        <translation>ייצואים אחרונים</translation>
    </message>
    <message>
        <source>None yet. What you export is listed here.</source>
        <translation>עדיין אין. ייצואים יופיעו כאן.</translation>
    </message>
    <message>
        <source>Open file</source>
        <translation>פתיחת הקובץ</translation>
    </message>
    <message>
        <source>People: {}</source>
        <translation>אנשים: {}</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation>התקדמות הייצוא</translation>
    </message>
    <message numerus="yes">
        <source>Published: {} rows that were new or changed, {} removed.</source>
        <translation>
            <numerusform>פורסמה שורה אחת ({0}), חדשה או ששונתה; הוסרו {1}.</numerusform>
            <numerusform>פורסמו {} שורות חדשות או ששונו; הוסרו {}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Say where to write it: choose a place.</source>
        <translation>לא צוין היכן לשמור: יש לבחור מקום.</translation>
    </message>
    <message>
        <source>Sheets</source>
        <translation>גיליונות</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>הצגה בתיקייה</translation>
    </message>
    <message>
        <source>Show {} in its folder</source>
        <translation>הצגת {} בתיקייה</translation>
    </message>
    <message numerus="yes">
        <source>Writing {}: {} of {} rows</source>
        <translation>
            <numerusform>כותב את {}: {} מתוך שורה אחת</numerusform>
            <numerusform>כותב את {}: {} מתוך {} שורות</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Written: {} rows in {}.</source>
        <translation>
            <numerusform>נכתבה שורה אחת ({0}) תוך {1}.</numerusform>
            <numerusform>נכתבו {} שורות תוך {}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{} rows, {}</source>
        <translation>
            <numerusform>שורה {}, {}</numerusform>
            <numerusform>{} שורות, {}</numerusform>
        </translation>
    </message>
    <message>
        <source>{} was not written.</source>
        <translation>‏{} לא נכתב.</translation>
    </message>
</context>
<context>
    <name>FarBack</name>
    <message>
        <source>An earlier day, or none, reads what was left out. What is here stays, whatever the day.</source>
        <translation>יום מוקדם יותר, או שדה ריק, קורא את מה שהושמט. מה שכבר כאן נשאר, יהיה היום אשר יהיה.</translation>
    </message>
    <message>
        <source>Choose the first day</source>
        <translation>בחירת היום הראשון</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>הכול</translation>
    </message>
    <message>
        <source>How far back</source>
        <translation>כמה אחורה</translation>
    </message>
    <message>
        <source>How far back: first day</source>
        <translation>כמה אחורה: היום הראשון</translation>
    </message>
</context>
<context>
    <name>FileOpener</name>
    <message>
        <source>Fetching {}…</source>
        <translation>מביא את {}…</translation>
    </message>
    <message>
        <source>Files of this kind are not opened, but shown in their folder.</source>
        <translation>קבצים מסוג זה אינם נפתחים, אלא מוצגים בתיקייה שלהם.</translation>
    </message>
    <message>
        <source>No program of this computer opens {}: it is shown in its folder.</source>
        <translation>אין במחשב תוכנה שפותחת את {}: הוא מוצג בתיקייה שלו.</translation>
    </message>
</context>
<context>
    <name>FilesCard</name>
    <message>
        <source>Choose files…</source>
        <translation>בחירת קבצים…</translation>
    </message>
    <message>
        <source>Drop files here</source>
        <translation>אפשר לגרור לכאן קבצים</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>קבצים</translation>
    </message>
    <message>
        <source>Files to send</source>
        <translation>קבצים לשליחה</translation>
    </message>
    <message>
        <source>Take {} out</source>
        <translation>להוציא את {}</translation>
    </message>
    <message>
        <source>What {} is</source>
        <translation>מהו {}</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Clear</source>
        <translation>ניקוי</translation>
    </message>
    <message>
        <source>Clear all filters</source>
        <translation>ניקוי כל המסננים</translation>
    </message>
    <message>
        <source>Filter by {}</source>
        <translation>סינון לפי {}</translation>
    </message>
    <message>
        <source>{}: {}</source>
        <translation>{}: {}</translation>
    </message>
    <message>
        <source>{}: {} chosen</source>
        <translation>{}: {} נבחרו</translation>
    </message>
</context>
<context>
    <name>FilterPopup</name>
    <message>
        <source>Clear</source>
        <translation>ניקוי</translation>
    </message>
    <message>
        <source>Find in {}</source>
        <translation>חיפוש: {}</translation>
    </message>
    <message>
        <source>Nothing to choose from</source>
        <translation>אין ממה לבחור</translation>
    </message>
</context>
<context>
    <name>ForgetDialog</name>
    <message>
        <source>A database lets go of them with the next publish.</source>
        <translation>מסד נתונים משחרר אותם בפרסום הבא.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>ביטול</translation>
    </message>
    <message>
        <source>Changes in the history</source>
        <translation>שינויים בהיסטוריה</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>סגירה</translation>
    </message>
    <message>
        <source>Delete these files, or write them again.</source>
        <translation>יש למחוק את הקבצים האלה, או לייצא אותם מחדש.</translation>
    </message>
    <message>
        <source>Erasing. On a large file this takes some minutes.</source>
        <translation>מוחק. בקובץ גדול זה נמשך כמה דקות.</translation>
    </message>
    <message>
        <source>Everything ATS Desk keeps of this person is erased on this computer, and later syncs leave out what the ATS still has. This cannot be undone. The ATS itself is not touched.</source>
        <translation>כל מה ש־ATS Desk שומר על האדם הזה יימחק מהמחשב, וסנכרונים הבאים ידלגו על מה שנשאר במערכת הגיוס. אי אפשר לבטל את המחיקה. במערכת הגיוס עצמה דבר לא ישתנה.</translation>
    </message>
    <message>
        <source>Exports that may still hold them</source>
        <translation>ייצואים שאולי עדיין מכילים את המידע</translation>
    </message>
    <message>
        <source>Exports that stay as they are</source>
        <translation>ייצואים שיישארו כפי שהם</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>מחיקה לצמיתות</translation>
    </message>
    <message>
        <source>Forget this person</source>
        <translation>מחיקת כל המידע על האדם</translation>
    </message>
    <message>
        <source>Forget {}</source>
        <translation>מחיקת כל המידע על {}</translation>
    </message>
    <message>
        <source>Forget {} in {} too</source>
        <translation>למחוק גם את {} בחשבון {}</translation>
    </message>
    <message>
        <source>Issues</source>
        <translation>דורש טיפול</translation>
    </message>
    <message>
        <source>Name of the person</source>
        <translation>שם האדם</translation>
    </message>
    <message>
        <source>Not reached from here: files that were copied or sent elsewhere, safety copies of the whole computer, and the ATS itself. Delete the person there too.</source>
        <translation>מכאן אי אפשר להגיע אל: קבצים שהועתקו או נשלחו, גיבויים של המחשב כולו, ומערכת הגיוס עצמה. יש למחוק את האדם גם שם.</translation>
    </message>
    <message>
        <source>Nothing of them is left in the data folder.</source>
        <translation>בתיקיית הנתונים לא נשאר עליהם דבר.</translation>
    </message>
    <message>
        <source>Records as the ATS sent them</source>
        <translation>רשומות כפי שהגיעו ממערכת הגיוס</translation>
    </message>
    <message>
        <source>Safety copies removed</source>
        <translation>עותקי גיבוי שהוסרו</translation>
    </message>
    <message>
        <source>The same address or number</source>
        <translation>אותה כתובת או אותו מספר</translation>
    </message>
    <message>
        <source>To confirm, type: {}</source>
        <translation>לאישור יש להקליד: {}</translation>
    </message>
    <message>
        <source>What is erased</source>
        <translation>מה יימחק</translation>
    </message>
    <message>
        <source>What was erased</source>
        <translation>מה נמחק</translation>
    </message>
    <message>
        <source>{} It is tried again whenever ATS Desk starts.</source>
        <translation>{} ייעשה ניסיון נוסף בכל הפעלה של ATS Desk.</translation>
    </message>
    <message>
        <source>{}: forgotten</source>
        <translation>{}: כל המידע נמחק</translation>
    </message>
</context>
<context>
    <name>FreshnessPopup</name>
    <message>
        <source>How fresh every account is</source>
        <translation>עדכניות החשבונות</translation>
    </message>
</context>
<context>
    <name>HeaderBar</name>
    <message>
        <source>Issues: {}</source>
        <translation>דורש טיפול: {}</translation>
    </message>
    <message>
        <source>Not all synced yet</source>
        <translation>לא הכול סונכרן עדיין</translation>
    </message>
    <message>
        <source>Not synced yet</source>
        <translation>עדיין לא סונכרן</translation>
    </message>
    <message>
        <source>Open issues: {}. Show them</source>
        <translation>נושאים לטיפול: {}. הצגה</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>סנכרון עכשיו</translation>
    </message>
    <message>
        <source>Sync now  F5</source>
        <translation>סנכרון עכשיו  F5</translation>
    </message>
    <message>
        <source>Synced {}</source>
        <translation>סונכרן {}</translation>
    </message>
    <message>
        <source>Syncing…</source>
        <translation>מסנכרן…</translation>
    </message>
    <message>
        <source>Waiting for the ATS</source>
        <translation>ממתין למערכת הגיוס</translation>
    </message>
    <message>
        <source>{}. Show every account</source>
        <translation>{}. הצגת כל החשבונות</translation>
    </message>
</context>
<context>
    <name>HelpWindow</name>
    <message>
        <source>Back</source>
        <translation>חזרה</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>תוכן</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>קדימה</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>עזרה</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>לא נמצא דבר</translation>
    </message>
    <message>
        <source>Search the guide</source>
        <translation>חיפוש במדריך</translation>
    </message>
    <message numerus="yes">
        <source>{} pages</source>
        <translation>
            <numerusform>דף {}</numerusform>
            <numerusform>{} דפים</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>A table downloaded from the ATS, as CSV or JSON: an extract of a data service, or a report. Drop it here, or choose it.</source>
        <translation>טבלה שהורדה ממערכת הגיוס כ־CSV או כ־JSON: פלט של שירות נתונים, או דוח. אפשר לגרור אותה לכאן או לבחור אותה.</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>חשבון</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>ביטול</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>בחירת קובץ…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>סגירה</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>עמודות</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>ייבוא</translation>
    </message>
    <message>
        <source>Import a file</source>
        <translation>ייבוא קובץ</translation>
    </message>
    <message>
        <source>Imported. New: {}, changed: {}, as before: {}.</source>
        <translation>הייבוא הושלם. חדשות: {}, השתנו: {}, ללא שינוי: {}.</translation>
    </message>
    <message>
        <source>Importing…</source>
        <translation>מייבא…</translation>
    </message>
    <message>
        <source>No file yet</source>
        <translation>עדיין לא נבחר קובץ</translation>
    </message>
    <message>
        <source>Recognised by its columns</source>
        <translation>זיהוי לפי העמודות</translation>
    </message>
    <message>
        <source>Rows of {}: {}. Columns recognised: {} of {}.</source>
        <translation>שורות של {}: {}. עמודות שזוהו: {} מתוך {}.</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>טבלה</translation>
    </message>
    <message>
        <source>Tables (*.csv *.json *.txt);;All files (*)</source>
        <translation>טבלאות (*.csv *.json *.txt);;כל הקבצים (*)</translation>
    </message>
    <message>
        <source>a table that was not recognised</source>
        <translation>טבלה שלא זוהתה</translation>
    </message>
</context>
<context>
    <name>InterviewsTab</name>
    <message>
        <source>Agenda</source>
        <translation>יומן</translation>
    </message>
</context>
<context>
    <name>JobAlerts</name>
    <message>
        <source>Acknowledge</source>
        <translation>ראיתי</translation>
    </message>
    <message>
        <source>Acknowledge all</source>
        <translation>לאשר שראיתי הכול</translation>
    </message>
    <message>
        <source>Acknowledge {}</source>
        <translation>לאשר שראיתי את {}</translation>
    </message>
    <message>
        <source>Exposed jobs that changed</source>
        <translation>משרות בטיפול שהשתנו</translation>
    </message>
    <message>
        <source>Exposed jobs: {}</source>
        <translation>משרות בטיפול: {}</translation>
    </message>
    <message>
        <source>Open {}</source>
        <translation>פתיחת {}</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>הצגה</translation>
    </message>
    <message>
        <source>and {} more</source>
        <translation>ועוד {}</translation>
    </message>
    <message>
        <source>{} are open again</source>
        <translation>{} נפתחו שוב</translation>
    </message>
    <message>
        <source>{} no longer take candidates</source>
        <translation>{} כבר אינן מקבלות מועמדים</translation>
    </message>
</context>
<context>
    <name>JobPanel</name>
    <message>
        <source>(no title)</source>
        <translation>(ללא שם)</translation>
    </message>
    <message>
        <source>ATS status</source>
        <translation>מצב במערכת הגיוס</translation>
    </message>
    <message>
        <source>Candidates</source>
        <translation>מועמדים</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>נסגרה</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>קוד</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>תיאור</translation>
    </message>
    <message>
        <source>Employment</source>
        <translation>סוג העסקה</translation>
    </message>
    <message>
        <source>Exposed {} by {}</source>
        <translation>בטיפול מאז {}, על ידי {}</translation>
    </message>
    <message>
        <source>History</source>
        <translation>היסטוריה</translation>
    </message>
    <message>
        <source>Nobody has applied yet.</source>
        <translation>עדיין אין מועמדויות.</translation>
    </message>
    <message>
        <source>Nothing has changed since ATS Desk first saw this job. Changes will be listed here.</source>
        <translation>דבר לא השתנה מאז ש־ATS Desk קלט את המשרה הזאת לראשונה. שינויים יופיעו כאן.</translation>
    </message>
    <message>
        <source>Open careers page</source>
        <translation>פתיחת דף המשרה</translation>
    </message>
    <message>
        <source>Open in {}</source>
        <translation>פתיחה ב־{}</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>נפתחה</translation>
    </message>
    <message>
        <source>Opening</source>
        <translation>תקן</translation>
    </message>
    <message>
        <source>Openings</source>
        <translation>תקנים</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>סקירה</translation>
    </message>
    <message>
        <source>Own job, from {}</source>
        <translation>משרה שלכם, מתוך {}</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>רשומה</translation>
    </message>
    <message>
        <source>Salary</source>
        <translation>שכר</translation>
    </message>
    <message>
        <source>The ATS gives no description of this job.</source>
        <translation>אין תיאור למשרה הזאת במערכת הגיוס.</translation>
    </message>
    <message>
        <source>The ATS no longer has this job.</source>
        <translation>המשרה הזאת כבר אינה במערכת הגיוס.</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>סגור</translation>
    </message>
    <message>
        <source>closed {}</source>
        <translation>נסגר {}</translation>
    </message>
    <message>
        <source>hired: {}</source>
        <translation>אויש: {}</translation>
    </message>
    <message>
        <source>open</source>
        <translation>פתוח</translation>
    </message>
    <message>
        <source>{}. {}</source>
        <translation>{}. {}</translation>
    </message>
</context>
<context>
    <name>JobPopup</name>
    <message>
        <source>Find a job</source>
        <translation>חיפוש משרה</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>משרות</translation>
    </message>
    <message>
        <source>No job has these words</source>
        <translation>אין משרה עם המילים האלה</translation>
    </message>
    <message>
        <source>Title, code, id or place</source>
        <translation>שם, קוד, מזהה או מקום</translation>
    </message>
</context>
<context>
    <name>JobsTab</name>
    <message>
        <source>Expose</source>
        <translation>לטפל</translation>
    </message>
    <message>
        <source>Expose	Space</source>
        <translation>לטפל	Space</translation>
    </message>
    <message>
        <source>Expose all shown</source>
        <translation>לטפל בכל המוצגות</translation>
    </message>
    <message>
        <source>Expose all {} shown</source>
        <translation>לטפל בכל {} המוצגות</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>להפסיק לטפל</translation>
    </message>
    <message>
        <source>Jobs changed: {}. Ctrl+Z takes it back.</source>
        <translation>משרות שעודכנו: {}. Ctrl+Z מבטל.</translation>
    </message>
    <message>
        <source>Not exposed: {}</source>
        <translation>לא בטיפול: {}</translation>
    </message>
    <message>
        <source>Own jobs…</source>
        <translation>המשרות שלכם…</translation>
    </message>
    <message>
        <source>Paste a list…</source>
        <translation>הדבקת רשימה…</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>ביטול הפעולה</translation>
    </message>
    <message>
        <source>Undo ({})</source>
        <translation>ביטול ({})</translation>
    </message>
    <message>
        <source>Work on the selected jobs  Space</source>
        <translation>לטפל במשרות שנבחרו  Space</translation>
    </message>
    <message>
        <source>Work on the selected jobs no more</source>
        <translation>להפסיק לטפל במשרות שנבחרו</translation>
    </message>
</context>
<context>
    <name>KnownCard</name>
    <message>
        <source>Add an application instead</source>
        <translation>להוסיף מועמדות במקום זאת</translation>
    </message>
    <message>
        <source>And {} more.</source>
        <translation>ועוד {}.</translation>
    </message>
    <message>
        <source>Possibly known already</source>
        <translation>ייתכן שכבר מוכר/ת</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>הצגה</translation>
    </message>
    <message>
        <source>Show {}</source>
        <translation>הצגת {}</translation>
    </message>
</context>
<context>
    <name>LicencesDialog</name>
    <message>
        <source>Close</source>
        <translation>סגירה</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>רישיונות</translation>
    </message>
</context>
<context>
    <name>LimitsDialog</name>
    <message>
        <source>Add</source>
        <translation>הוספה</translation>
    </message>
    <message>
        <source>All jobs</source>
        <translation>כל המשרות</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>ביטול</translation>
    </message>
    <message>
        <source>From its limit on, a step is marked as stuck; from twice the limit on, in red.</source>
        <translation>מהמגבלה ואילך שלב מסומן כתקוע; מפי שניים מהמגבלה – באדום.</translation>
    </message>
    <message>
        <source>How long a step may take</source>
        <translation>כמה זמן שלב רשאי להימשך</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>משרות</translation>
    </message>
    <message>
        <source>Limit of the stage</source>
        <translation>מגבלת השלב</translation>
    </message>
    <message>
        <source>Limit of {}, {}</source>
        <translation>המגבלה של {}, {}</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>מגבלות</translation>
    </message>
    <message>
        <source>None yet: the usual limit is for all.</source>
        <translation>עדיין אין: המגבלה הרגילה חלה על כולם.</translation>
    </message>
    <message>
        <source>Remove the {}</source>
        <translation>הסרת {}</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>שמירה</translation>
    </message>
    <message>
        <source>Say which stage: choose one or type its name.</source>
        <translation>יש לציין איזה שלב: לבחור או להקליד את שמו.</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>שלב בתהליך</translation>
    </message>
    <message>
        <source>Stages with a limit of their own</source>
        <translation>שלבים עם מגבלה משלהם</translation>
    </message>
    <message>
        <source>Usual limit</source>
        <translation>מגבלה רגילה</translation>
    </message>
    <message>
        <source>{} · {}</source>
        <translation>{} · {}</translation>
    </message>
</context>
<context>
    <name>LimitsPart</name>
    <message>
        <source>Change limits…</source>
        <translation>שינוי המגבלות…</translation>
    </message>
    <message>
        <source>From when on a step counts as stuck, by stage and job.</source>
        <translation>ממתי שלב נחשב תקוע, לפי שלב ומשרה.</translation>
    </message>
    <message>
        <source>Limits of steps</source>
        <translation>מגבלות לשלבים</translation>
    </message>
</context>
<context>
    <name>LookPart</name>
    <message>
        <source>Dark</source>
        <translation>כהה</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>ניגודיות גבוהה</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>שפה</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>בהיר</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>כמו המערכת</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>מראה</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>ערכת צבעים</translation>
    </message>
</context>
<context>
    <name>NameDialog</name>
    <message>
        <source>Cancel</source>
        <translation>ביטול</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>שם</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>שמירה</translation>
    </message>
</context>
<context>
    <name>NewerPart</name>
    <message>
        <source>ATS Desk {}</source>
        <translation>ATS Desk {}</translation>
    </message>
    <message>
        <source>ATS Desk {} is out.</source>
        <translation>יצאה גרסה {} של ATS Desk.</translation>
    </message>
    <message>
        <source>Asks one address for a version number. Nothing of yours is sent, nothing is downloaded.</source>
        <translation>שואל כתובת אחת על מספר הגרסה. שום דבר שלך לא נשלח, ושום דבר לא מורד.</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>רישיונות</translation>
    </message>
    <message>
        <source>Look for a newer version once a day</source>
        <translation>חיפוש גרסה חדשה פעם ביום</translation>
    </message>
    <message>
        <source>Look now</source>
        <translation>חיפוש עכשיו</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>מתבצע חיפוש…</translation>
    </message>
    <message>
        <source>This is the newest version.</source>
        <translation>זו הגרסה החדשה ביותר.</translation>
    </message>
</context>
<context>
    <name>NoRows</name>
    <message>
        <source>Bring in what your ATS holds. You can browse while it arrives.</source>
        <translation>כאן יובא כל מה שיש במערכת הגיוס. אפשר לעיין בנתונים תוך כדי קליטה.</translation>
    </message>
    <message>
        <source>Comeet gives no list of interviews; its meetings are in Steps. Other systems do.</source>
        <translation>ב־Comeet אין רשימת ראיונות; הפגישות שלה נמצאות תחת שלבים. במערכות אחרות יש.</translation>
    </message>
    <message>
        <source>Import a file…</source>
        <translation>ייבוא קובץ…</translation>
    </message>
    <message>
        <source>No interviews</source>
        <translation>אין ראיונות</translation>
    </message>
    <message>
        <source>Nothing here</source>
        <translation>אין כאן דבר</translation>
    </message>
    <message>
        <source>Nothing matches “{}”</source>
        <translation>אין תוצאות עבור &quot;{}&quot;</translation>
    </message>
    <message>
        <source>Nothing synced yet</source>
        <translation>עדיין לא סונכרן דבר</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>להציג הכול</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>סנכרון עכשיו</translation>
    </message>
    <message>
        <source>Sync the accounts that have some, or drop a downloaded file here.</source>
        <translation>אפשר לסנכרן חשבונות שיש בהם ראיונות, או לגרור לכאן קובץ שהורד.</translation>
    </message>
    <message>
        <source>The filters hide everything</source>
        <translation>המסננים מסתירים הכול</translation>
    </message>
    <message>
        <source>The last sync brought none. If you expect some, look at Activity for resources not permitted.</source>
        <translation>בסנכרון האחרון לא הגיע דבר. אם אמורים להיות נתונים, אפשר לבדוק בלשונית פעילות אילו רשימות אינן מורשות.</translation>
    </message>
    <message>
        <source>There are rows, but none that fits the search and all filters together.</source>
        <translation>יש שורות, אבל אף אחת אינה מתאימה לחיפוש ולכל המסננים יחד.</translation>
    </message>
    <message>
        <source>Waiting for the ATS</source>
        <translation>ממתין למערכת הגיוס</translation>
    </message>
    <message>
        <source>Words match the beginning of names, e-mail addresses and phone numbers, in any order.</source>
        <translation>החיפוש מתאים מילים לתחילת שמות, כתובות דוא״ל ומספרי טלפון, בכל סדר.</translation>
    </message>
    <message>
        <source>{} ATS Desk looks again every minute while it is open.</source>
        <translation>‏{} ATS Desk בודק שוב כל דקה כל עוד הוא פתוח.</translation>
    </message>
</context>
<context>
    <name>NoteDialog</name>
    <message>
        <source>Administrators</source>
        <translation>מנהלי מערכת</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>ביטול</translation>
    </message>
    <message>
        <source>Everyone who sees the candidate</source>
        <translation>כל מי שרואה את המועמד/ת</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>הערה</translation>
    </message>
    <message>
        <source>Note about {}</source>
        <translation>הערה על {}</translation>
    </message>
    <message>
        <source>Notes cannot be changed or removed afterwards.</source>
        <translation>אי אפשר לשנות או להסיר הערות אחר כך.</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>שליחה</translation>
    </message>
    <message>
        <source>The hiring team</source>
        <translation>צוות הגיוס</translation>
    </message>
    <message>
        <source>Who may read it</source>
        <translation>מי רשאי לקרוא</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>כתיבת הערה</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>Exposed job: {}</source>
        <translation>משרה בטיפול: {}</translation>
    </message>
    <message>
        <source>{} exposed jobs no longer take candidates</source>
        <translation>{} משרות בטיפול כבר אינן מקבלות מועמדים</translation>
    </message>
    <message>
        <source>{}: two syncs failed in a row</source>
        <translation>{}: שני סנכרונים ברצף נכשלו</translation>
    </message>
</context>
<context>
    <name>OutboxView</name>
    <message>
        <source>And {} more: search for them.</source>
        <translation>ועוד {}: אפשר לחפש אותם.</translation>
    </message>
    <message>
        <source>Call off</source>
        <translation>לבטל את ההגשה</translation>
    </message>
    <message>
        <source>Correct…</source>
        <translation>תיקון…</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>טיוטות</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>להמשיך</translation>
    </message>
    <message>
        <source>Go on with {}</source>
        <translation>להמשיך עם {}</translation>
    </message>
    <message>
        <source>Go on without it</source>
        <translation>להמשיך בלעדיו</translation>
    </message>
    <message>
        <source>It is there</source>
        <translation>זה שם</translation>
    </message>
    <message>
        <source>It is {}</source>
        <translation>זו {}</translation>
    </message>
    <message>
        <source>Looking whether it has arrived: {}</source>
        <translation>בודק אם הגיע: {}</translation>
    </message>
    <message>
        <source>Nothing was submitted yet</source>
        <translation>עדיין לא הוגש דבר</translation>
    </message>
    <message>
        <source>Pool</source>
        <translation>מאגר</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>הסרה</translation>
    </message>
    <message>
        <source>Search name, e-mail, job or state</source>
        <translation>חיפוש שם, דוא״ל, משרה או מצב</translation>
    </message>
    <message>
        <source>Search what was submitted</source>
        <translation>חיפוש במה שהוגש</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>לשלוח שוב</translation>
    </message>
    <message>
        <source>Send anyway</source>
        <translation>לשלוח בכל זאת</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>לשלוח עכשיו</translation>
    </message>
    <message>
        <source>Steps of {}</source>
        <translation>השלבים של {}</translation>
    </message>
    <message>
        <source>Throw the draft of {} away</source>
        <translation>לזרוק את הטיוטה של {}</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>לנסות שוב</translation>
    </message>
    <message>
        <source>Whom you send stays listed here, with all that was sent and what the ATS said.</source>
        <translation>מי שנשלח נשאר ברשימה כאן, עם כל מה שנשלח ומה שמערכת הגיוס ענתה.</translation>
    </message>
    <message>
        <source>Without a name</source>
        <translation>ללא שם</translation>
    </message>
    <message>
        <source>Write somebody down</source>
        <translation>רישום מועמד/ת</translation>
    </message>
    <message>
        <source>not met by a sync yet</source>
        <translation>עדיין לא נראה בסנכרון</translation>
    </message>
    <message>
        <source>{} of {}</source>
        <translation>{} מתוך {}</translation>
    </message>
    <message>
        <source>{}: {} of {}</source>
        <translation>{}: {} מתוך {}</translation>
    </message>
</context>
<context>
    <name>OwnAddDialog</name>
    <message>
        <source>Add</source>
        <translation>הוספה</translation>
    </message>
    <message>
        <source>Add an own job</source>
        <translation>הוספת משרה שלכם</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>ביטול</translation>
    </message>
</context>
<context>
    <name>OwnImportDialog</name>
    <message>
        <source>A spreadsheet, CSV, or an XML or JSON feed. Drop it here, or choose it. What you say of its headers is remembered; a list of the same name is brought up to date.</source>
        <translation>גיליון אלקטרוני, CSV, או הזנת XML או JSON. אפשר לגרור לכאן או לבחור. מה שנקבע לגבי הכותרות נזכר; רשימה באותו שם מתעדכנת.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>ביטול</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>בחירת קובץ…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>סגירה</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>קוד</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>כותרות</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>מזהה</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>ייבוא</translation>
    </message>
    <message>
        <source>Import own jobs</source>
        <translation>ייבוא המשרות שלכם</translation>
    </message>
    <message>
        <source>Import {} jobs</source>
        <translation>ייבוא {} משרות</translation>
    </message>
    <message>
        <source>Imported. New: {}, changed: {}, as before: {}.</source>
        <translation>הייבוא הושלם. חדשות: {}, השתנו: {}, ללא שינוי: {}.</translation>
    </message>
    <message>
        <source>Lists (*.xlsx *.xlsm *.csv *.tsv *.txt *.xml *.json);;All files (*)</source>
        <translation>רשימות (*.xlsx *.xlsm *.csv *.tsv *.txt *.xml *.json);;כל הקבצים (*)</translation>
    </message>
    <message>
        <source>New: {}, changed: {}, as before: {}, left out: {}.</source>
        <translation>חדשות: {}, השתנו: {}, ללא שינוי: {}, הושמטו: {}.</translation>
    </message>
    <message>
        <source>No file yet</source>
        <translation>עדיין לא נבחר קובץ</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>תוצאה</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>שורה</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>שורות</translation>
    </message>
    <message>
        <source>Rows  {}</source>
        <translation>שורות  {}</translation>
    </message>
    <message>
        <source>Rows that are left out say why under “Rows”.</source>
        <translation>שורות שהושמטו מסבירות מדוע תחת &quot;שורות&quot;.</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>גיליון</translation>
    </message>
    <message>
        <source>The list has headers</source>
        <translation>לרשימה יש כותרות</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>תפקיד</translation>
    </message>
    <message>
        <source>Undo the import</source>
        <translation>ביטול הייבוא</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>היכן</translation>
    </message>
</context>
<context>
    <name>OwnJobCard</name>
    <message>
        <source>Another job…</source>
        <translation>משרה אחרת…</translation>
    </message>
    <message>
        <source>It is not {}</source>
        <translation>זו לא {}</translation>
    </message>
    <message>
        <source>It is {}</source>
        <translation>זו {}</translation>
    </message>
    <message>
        <source>Looking for jobs like it…</source>
        <translation>מחפש משרות דומות…</translation>
    </message>
    <message>
        <source>No job of an ATS is like it.</source>
        <translation>אין משרה דומה במערכות הגיוס.</translation>
    </message>
    <message>
        <source>Not the same</source>
        <translation>לא אותה משרה</translation>
    </message>
    <message>
        <source>Not this</source>
        <translation>לא זו</translation>
    </message>
    <message>
        <source>Point at an own job to see what it is.</source>
        <translation>כדי לראות מהי משרה שלכם יש להצביע עליה.</translation>
    </message>
    <message>
        <source>This one</source>
        <translation>זו</translation>
    </message>
    <message>
        <source>is {}</source>
        <translation>היא {}</translation>
    </message>
</context>
<context>
    <name>OwnJobsDialog</name>
    <message>
        <source>Add one…</source>
        <translation>הוספה…</translation>
    </message>
    <message>
        <source>All</source>
        <translation>הכול</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>סגירה</translation>
    </message>
    <message>
        <source>Doubly linked</source>
        <translation>מקושרות פעמיים</translation>
    </message>
    <message>
        <source>Export links</source>
        <translation>ייצוא הקישורים</translation>
    </message>
    <message>
        <source>Export links…</source>
        <translation>ייצוא הקישורים…</translation>
    </message>
    <message>
        <source>Expose linked jobs</source>
        <translation>לטפל במשרות המקושרות</translation>
    </message>
    <message>
        <source>Exposed: {}. Exposed before: {}. Refused: {}.</source>
        <translation>נוספו לטיפול: {}. כבר בטיפול: {}. נדחו: {}.</translation>
    </message>
    <message>
        <source>Find an own job</source>
        <translation>חיפוש משרה שלכם</translation>
    </message>
    <message>
        <source>From</source>
        <translation>מתוך</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>מזהה</translation>
    </message>
    <message>
        <source>Import a list…</source>
        <translation>ייבוא רשימה…</translation>
    </message>
    <message>
        <source>Job in the ATS</source>
        <translation>משרה במערכת הגיוס</translation>
    </message>
    <message>
        <source>Jobs as your own lists have them. The same id, code or address links them with the ATS&apos;s; a title only suggests, and you decide. What you decide stays, whatever is imported.</source>
        <translation>משרות כפי שהן ברשימות שלכם. אותו מזהה, קוד או כתובת מקשרים אותן למערכת הגיוס; שם רק מציע, וההחלטה שלכם. מה שהוחלט נשאר, יהיה אשר יהיה הייבוא.</translation>
    </message>
    <message>
        <source>Known by</source>
        <translation>מזוהה לפי</translation>
    </message>
    <message>
        <source>Linked</source>
        <translation>מקושרות</translation>
    </message>
    <message>
        <source>Linked with an own job.</source>
        <translation>מקושרת למשרה שלכם.</translation>
    </message>
    <message>
        <source>Links written to {}: {}</source>
        <translation>קישורים שנכתבו אל {}: {}</translation>
    </message>
    <message>
        <source>Match again</source>
        <translation>התאמה מחדש</translation>
    </message>
    <message>
        <source>Own job</source>
        <translation>משרה שלכם</translation>
    </message>
    <message>
        <source>Own jobs</source>
        <translation>המשרות שלכם</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>הסרה</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>טבלאות (*.csv)</translation>
    </message>
    <message>
        <source>There are none yet. Import a spreadsheet or a feed, drop one here, or add one by hand.</source>
        <translation>עדיין אין. אפשר לייבא גיליון או הזנה, לגרור לכאן, או להוסיף ידנית.</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>היכן</translation>
    </message>
    <message>
        <source>Without a job</source>
        <translation>ללא משרה</translation>
    </message>
</context>
<context>
    <name>PasteDialog</name>
    <message>
        <source>As in line {}</source>
        <translation>כמו בשורה {}</translation>
    </message>
    <message numerus="yes">
        <source>Asking Kombo for {} that are not here…</source>
        <translation>
            <numerusform>Kombo נשאל על {} שאינו כאן…</numerusform>
            <numerusform>Kombo נשאל על {} שאינם כאן…</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>ביטול</translation>
    </message>
    <message>
        <source>Choose the job…</source>
        <translation>בחירת המשרה…</translation>
    </message>
    <message>
        <source>Chosen by you</source>
        <translation>נבחרה על ידכם</translation>
    </message>
    <message>
        <source>Codes, ids, addresses or titles, mixed, one or more to a line.
REQ-1042, REQ-1043</source>
        <translation>קודים, מזהים, כתובות או שמות, מעורבבים, אחד או יותר בשורה.
REQ-1042, REQ-1043</translation>
    </message>
    <message>
        <source>Do not ask</source>
        <translation>לא לשאול</translation>
    </message>
    <message>
        <source>Expose</source>
        <translation>לטפל</translation>
    </message>
    <message>
        <source>Expose {}</source>
        <translation>לטפל ב־{}</translation>
    </message>
    <message>
        <source>Found: {}, of which {} can be exposed. To be looked at: {}.</source>
        <translation>נמצאו: {}, מהן {} אפשר להוסיף לטיפול. לבדיקה: {}.</translation>
    </message>
    <message>
        <source>From a pasted list.</source>
        <translation>מתוך רשימה שהודבקה.</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>משרה</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>שורות</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>לא נמצא</translation>
    </message>
    <message>
        <source>Not found, nor in Kombo</source>
        <translation>לא נמצא, גם לא ב-Kombo</translation>
    </message>
    <message>
        <source>Paste a list of jobs</source>
        <translation>הדבקת רשימת משרות</translation>
    </message>
    <message>
        <source>Perhaps {}: {}</source>
        <translation>אולי {}: {}</translation>
    </message>
    <message>
        <source>Perhaps: choose</source>
        <translation>אולי: יש לבחור</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>תוצאה</translation>
    </message>
    <message>
        <source>Several: choose</source>
        <translation>כמה: יש לבחור</translation>
    </message>
    <message>
        <source>The list</source>
        <translation>הרשימה</translation>
    </message>
    <message>
        <source>What the customer mailed, as it is. Nothing is exposed before you say so.</source>
        <translation>מה שהלקוח שלח, כמות שהוא. דבר לא נוסף לטיפול לפני אישור.</translation>
    </message>
    <message>
        <source>What was pasted</source>
        <translation>מה שהודבק</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>מדוע</translation>
    </message>
    <message>
        <source>Why, if you like: kept with the jobs</source>
        <translation>מדוע, אם רוצים: נשמר עם המשרות</translation>
    </message>
    <message>
        <source>{} could not be asked for what is not here. {} {}</source>
        <translation>לא ניתן היה לשאול את {} על מה שאינו כאן. {} {}</translation>
    </message>
    <message>
        <source>{}, just asked of Kombo</source>
        <translation>{}, נשאל זה עתה מ-Kombo</translation>
    </message>
</context>
<context>
    <name>Pipeline</name>
    <message>
        <source>Candidates in each stage</source>
        <translation>מועמדים בכל שלב</translation>
    </message>
</context>
<context>
    <name>PlaceField</name>
    <message>
        <source>Choose…</source>
        <translation>בחירה…</translation>
    </message>
    <message>
        <source>Excel workbook</source>
        <translation>חוברת עבודה של Excel</translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>חוברת עבודה של Excel‏ (*.xlsx)</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>ייצוא אל</translation>
    </message>
    <message>
        <source>Folder of CSV files</source>
        <translation>תיקייה של קובצי CSV</translation>
    </message>
    <message>
        <source>Folder of Parquet files</source>
        <translation>תיקייה של קובצי Parquet</translation>
    </message>
    <message>
        <source>New folder (*)</source>
        <translation>תיקייה חדשה (*)</translation>
    </message>
    <message>
        <source>Tables in a shared database</source>
        <translation>טבלאות במסד נתונים משותף</translation>
    </message>
</context>
<context>
    <name>Presence</name>
    <message>
        <source>Paused: nothing syncs by itself</source>
        <translation>מושהה: אין סנכרון אוטומטי</translation>
    </message>
    <message>
        <source>Syncing {}</source>
        <translation>מסנכרן את {}</translation>
    </message>
    <message>
        <source>The last sync failed: {}</source>
        <translation>הסנכרון האחרון נכשל: {}</translation>
    </message>
</context>
<context>
    <name>ProfileDialog</name>
    <message>
        <source>A choice of applications brings their candidates, steps and interviews; lists of jobs stay whole. Columns and more filters: atsdesk export profiles add --help.</source>
        <translation>בחירת מועמדויות מביאה את המועמדים, השלבים והראיונות שלהן; רשימות המשרות נשארות שלמות. עמודות ומסננים נוספים: atsdesk export profiles add --help.</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>חשבון</translation>
    </message>
    <message>
        <source>All accounts</source>
        <translation>כל החשבונות</translation>
    </message>
    <message>
        <source>All applications</source>
        <translation>כל המועמדויות</translation>
    </message>
    <message>
        <source>Applications</source>
        <translation>מועמדויות</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>ביטול</translation>
    </message>
    <message>
        <source>Choose a table at least.</source>
        <translation>יש לבחור לפחות טבלה אחת.</translation>
    </message>
    <message>
        <source>Everything, names included</source>
        <translation>הכול, כולל שמות</translation>
    </message>
    <message>
        <source>Export profile</source>
        <translation>פרופיל ייצוא</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>מבנה</translation>
    </message>
    <message>
        <source>Kept in this computer&apos;s keyring; empty: as it is there</source>
        <translation>נשמרת בצרור המפתחות של המחשב; ריק: כפי שהיא שם</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>שם</translation>
    </message>
    <message>
        <source>No personal data</source>
        <translation>ללא מידע אישי</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>סיסמה</translation>
    </message>
    <message>
        <source>People</source>
        <translation>אנשים</translation>
    </message>
    <message>
        <source>Pseudonyms instead of names</source>
        <translation>שמות בדויים במקום שמות</translation>
    </message>
    <message>
        <source>Put an apostrophe before text that a spreadsheet would run (CSV)</source>
        <translation>לשים גרש לפני טקסט שגיליון אלקטרוני היה מריץ (CSV)</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>שמירה</translation>
    </message>
    <message>
        <source>Say where to write it.</source>
        <translation>יש לציין היכן לשמור.</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>טבלאות</translation>
    </message>
    <message>
        <source>Weekly report</source>
        <translation>דוח שבועי</translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>לאן</translation>
    </message>
    <message>
        <source>Write it after each sync that brought something</source>
        <translation>לכתוב אחרי כל סנכרון שהביא משהו</translation>
    </message>
</context>
<context>
    <name>ProfilesCard</name>
    <message>
        <source>Change {}</source>
        <translation>שינוי {}</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>ייצוא</translation>
    </message>
    <message>
        <source>Export {}</source>
        <translation>ייצוא {}</translation>
    </message>
    <message>
        <source>New profile…</source>
        <translation>פרופיל חדש…</translation>
    </message>
    <message>
        <source>None yet. A profile keeps what you export: tables, people with or without names, the place, and whether it is written after each sync.</source>
        <translation>עדיין אין. פרופיל שומר מה מייצאים: טבלאות, אנשים עם שמות או בלעדיהם, המקום, והאם לכתוב אחרי כל סנכרון.</translation>
    </message>
    <message>
        <source>Profiles</source>
        <translation>פרופילים</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>פרסום</translation>
    </message>
    <message>
        <source>Publish {}</source>
        <translation>פרסום {}</translation>
    </message>
    <message>
        <source>Remove {}</source>
        <translation>הסרת {}</translation>
    </message>
    <message>
        <source>after each sync</source>
        <translation>אחרי כל סנכרון</translation>
    </message>
    <message>
        <source>no personal data</source>
        <translation>ללא מידע אישי</translation>
    </message>
    <message>
        <source>pseudonyms</source>
        <translation>שמות בדויים</translation>
    </message>
    <message>
        <source>with names</source>
        <translation>עם שמות</translation>
    </message>
</context>
<context>
    <name>RecordView</name>
    <message>
        <source>Copy the record</source>
        <translation>העתקת הרשומה</translation>
    </message>
    <message>
        <source>Find in the record</source>
        <translation>חיפוש ברשומה</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>לא נמצא</translation>
    </message>
    <message>
        <source>Record as the ATS sent it</source>
        <translation>הרשומה כפי שהגיעה ממערכת הגיוס</translation>
    </message>
    <message>
        <source>{} of {}</source>
        <translation>{} מתוך {}</translation>
    </message>
</context>
<context>
    <name>RequestsDialog</name>
    <message>
        <source>Answer</source>
        <translation>תשובה</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>סגירה</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>הועתק.</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>העתקת הכול</translation>
    </message>
    <message>
        <source>Find a list, a path or a status</source>
        <translation>חיפוש רשימה, נתיב או מצב</translation>
    </message>
    <message>
        <source>List</source>
        <translation>רשימה</translation>
    </message>
    <message>
        <source>No request of this sync is kept any more: only the latest of an account are.</source>
        <translation>בקשות של הסנכרון הזה כבר אינן שמורות: נשמרות רק האחרונות של כל חשבון.</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>בקשה</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>בקשות</translation>
    </message>
    <message>
        <source>Requests of {}</source>
        <translation>הבקשות של {}</translation>
    </message>
    <message>
        <source>Requests, the newest first</source>
        <translation>בקשות, החדשות תחילה</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>גודל</translation>
    </message>
    <message>
        <source>The last {} are shown.</source>
        <translation>מוצגות {} האחרונות.</translation>
    </message>
    <message>
        <source>This sync made no request.</source>
        <translation>הסנכרון הזה לא שלח בקשות.</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>משך</translation>
    </message>
    <message>
        <source>Waited</source>
        <translation>המתנה</translation>
    </message>
    <message>
        <source>When</source>
        <translation>מתי</translation>
    </message>
    <message>
        <source>{} requests. Ids and values are left out, so that nobody is named.</source>
        <translation>{} בקשות. מזהים וערכים הושמטו, כדי שאיש לא ייקרא בשמו.</translation>
    </message>
</context>
<context>
    <name>ResourceRow</name>
    <message>
        <source>Comes record by record with {}.</source>
        <translation>מגיעה רשומה אחר רשומה יחד עם {}.</translation>
    </message>
    <message>
        <source>Complete up to {}.</source>
        <translation>מלאה עד {}.</translation>
    </message>
    <message>
        <source>Not with the settings of this account.</source>
        <translation>לא זמינה בהגדרות החשבון הזה.</translation>
    </message>
    <message>
        <source>Off unless you switch it on. {}</source>
        <translation>כבויה עד שמפעילים אותה. {}</translation>
    </message>
</context>
<context>
    <name>ResourcesDialog</name>
    <message>
        <source>Cancel</source>
        <translation>ביטול</translation>
    </message>
    <message>
        <source>Lists of {}</source>
        <translation>הרשימות של {}</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>שמירה</translation>
    </message>
    <message>
        <source>What is switched off is no longer asked for, from the next sync on. What came before stays.</source>
        <translation>רשימה כבויה לא תיקרא עוד, החל מהסנכרון הבא. מה שכבר הגיע נשאר.</translation>
    </message>
</context>
<context>
    <name>RetentionDialog</name>
    <message numerus="yes">
        <source>%n candidates</source>
        <translation>
            <numerusform>מועמד אחד</numerusform>
            <numerusform>%n מועמדים</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n candidates were erased.</source>
        <translation>
            <numerusform>מועמד אחד נמחק.</numerusform>
            <numerusform>%n מועמדים נמחקו.</numerusform>
        </translation>
    </message>
    <message>
        <source>All copies of the last days</source>
        <translation>כל העותקים של הימים האחרונים</translation>
    </message>
    <message numerus="yes">
        <source>And %n more.</source>
        <translation>
            <numerusform>ועוד אחד.</numerusform>
            <numerusform>ועוד %n.</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>ביטול</translation>
    </message>
    <message>
        <source>Candidates</source>
        <translation>מועמדים</translation>
    </message>
    <message>
        <source>Candidates are kept for a limited time</source>
        <translation>מועמדים נשמרים לזמן מוגבל</translation>
    </message>
    <message>
        <source>Daily copies</source>
        <translation>עותקים יומיים</translation>
    </message>
    <message>
        <source>Days for which all copies are kept</source>
        <translation>ימים שבהם נשמרים כל העותקים</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>מחיקה</translation>
    </message>
    <message>
        <source>Erase them without asking, once a day, and tell me</source>
        <translation>למחוק אותם בלי לשאול, פעם ביום, ולהודיע לי</translation>
    </message>
    <message>
        <source>Erasing. On a large file this takes some minutes.</source>
        <translation>מוחק. בקובץ גדול זה נמשך כמה דקות.</translation>
    </message>
    <message>
        <source>How long things are kept</source>
        <translation>כמה זמן נשמרים דברים</translation>
    </message>
    <message>
        <source>Monthly copies</source>
        <translation>עותקים חודשיים</translation>
    </message>
    <message>
        <source>Months without activity</source>
        <translation>חודשים ללא פעילות</translation>
    </message>
    <message>
        <source>Nobody at present.</source>
        <translation>אין כרגע אף אחד.</translation>
    </message>
    <message>
        <source>Number of candidates</source>
        <translation>מספר המועמדים</translation>
    </message>
    <message>
        <source>Safety copies</source>
        <translation>עותקי גיבוי</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>שמירה</translation>
    </message>
    <message>
        <source>Show whom that would be</source>
        <translation>הצגת מי שיימחקו</translation>
    </message>
    <message>
        <source>Then the last one of so many days</source>
        <translation>אחר כך האחרון בכל יום, למספר ימים</translation>
    </message>
    <message>
        <source>Then the last one of so many months</source>
        <translation>אחר כך האחרון בכל חודש, למספר חודשים</translation>
    </message>
    <message>
        <source>Then the last one of so many weeks</source>
        <translation>אחר כך האחרון בכל שבוע, למספר שבועות</translation>
    </message>
    <message>
        <source>To erase them now, type their number: {}. This cannot be undone.</source>
        <translation>כדי למחוק אותם עכשיו, יש להקליד את מספרם: {}. אי אפשר לבטל את זה.</translation>
    </message>
    <message>
        <source>Weekly copies</source>
        <translation>עותקים שבועיים</translation>
    </message>
    <message>
        <source>Whoever has no active application, and of whom nothing was heard for so many months, is forgotten: on this computer, in its safety copies, and in later syncs. The ATS itself is not touched. Ask whoever is in charge of data protection for the right time.</source>
        <translation>מי שאין לו מועמדות פעילה, ולא נשמע ממנו דבר במשך מספר חודשים כזה, נשכח: במחשב הזה, בעותקי הגיבוי שלו ובסנכרונים הבאים. במערכת הגיוס עצמה אין שינוי. את הזמן הנכון כדאי לברר עם מי שאחראי על הגנת המידע.</translation>
    </message>
    <message>
        <source>{} It is tried again whenever ATS Desk starts.</source>
        <translation>{} ננסה שוב בכל הפעלה של ATS Desk.</translation>
    </message>
</context>
<context>
    <name>ReviewDialog</name>
    <message>
        <source>Back</source>
        <translation>חזרה</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>קבצים</translation>
    </message>
    <message>
        <source>No</source>
        <translation>לא</translation>
    </message>
    <message>
        <source>Review and send</source>
        <translation>בדיקה ושליחה</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>שליחה</translation>
    </message>
    <message>
        <source>To {} in {}</source>
        <translation>אל {} ב־{}</translation>
    </message>
    <message>
        <source>What will be sent</source>
        <translation>מה יישלח</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>כן</translation>
    </message>
    <message>
        <source>the pool</source>
        <translation>המאגר</translation>
    </message>
</context>
<context>
    <name>Routine</name>
    <message>
        <source>Asks during a sync</source>
        <translation>שואלת בזמן סנכרון</translation>
    </message>
    <message>
        <source>By itself</source>
        <translation>פעולה אוטומטית</translation>
    </message>
    <message>
        <source>Closing the window</source>
        <translation>סגירת החלון</translation>
    </message>
    <message>
        <source>Every hour</source>
        <translation>בכל שעה</translation>
    </message>
    <message>
        <source>Goes to the tray</source>
        <translation>ממשיכה במגש המערכת</translation>
    </message>
    <message>
        <source>How often each account syncs is chosen here.</source>
        <translation>כאן קובעים באיזו תדירות מסתנכרן כל חשבון.</translation>
    </message>
    <message>
        <source>Messages from the tray</source>
        <translation>הודעות ממגש המערכת</translation>
    </message>
    <message>
        <source>Only when asked</source>
        <translation>רק לפי בקשה</translation>
    </message>
    <message>
        <source>Quits</source>
        <translation>יוצאת מהתוכנה</translation>
    </message>
    <message>
        <source>Start with the computer</source>
        <translation>הפעלה עם עליית המחשב</translation>
    </message>
    <message>
        <source>Sync {}</source>
        <translation>סנכרון {}</translation>
    </message>
    <message>
        <source>This desktop has no tray: closing the window quits, and no messages are shown.</source>
        <translation>בשולחן העבודה הזה אין מגש מערכת: סגירת החלון יוצאת מהתוכנה, ולא מוצגות הודעות.</translation>
    </message>
    <message>
        <source>When two syncs of an account failed in a row.</source>
        <translation>כששני סנכרונים של חשבון נכשלו ברצף.</translation>
    </message>
    <message>
        <source>{} min</source>
        <translation>כל {} דק׳</translation>
    </message>
</context>
<context>
    <name>RowsTable</name>
    <message>
        <source>Custom fields</source>
        <translation>שדות מותאמים</translation>
    </message>
    <message>
        <source>Usual columns</source>
        <translation>עמודות רגילות</translation>
    </message>
</context>
<context>
    <name>RunsView</name>
    <message>
        <source>Added</source>
        <translation>נוספו</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>השתנו</translation>
    </message>
    <message>
        <source>Gone</source>
        <translation>נעלמו</translation>
    </message>
    <message>
        <source>No sync yet. Press F5 to begin.</source>
        <translation>עדיין לא היה סנכרון. להתחלה: F5.</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>התקבלו</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>בקשות</translation>
    </message>
    <message>
        <source>Resource</source>
        <translation>רשימה</translation>
    </message>
    <message>
        <source>Resources of the sync of {}</source>
        <translation>הרשימות בסנכרון של {}</translation>
    </message>
    <message>
        <source>See every request</source>
        <translation>הצגת כל הבקשות</translation>
    </message>
    <message>
        <source>See every request of the sync of {}</source>
        <translation>הצגת כל הבקשות בסנכרון של {}</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>הושמו בצד</translation>
    </message>
    <message>
        <source>State</source>
        <translation>מצב</translation>
    </message>
    <message>
        <source>Waited</source>
        <translation>המתנה</translation>
    </message>
    <message>
        <source>full</source>
        <translation>מלא</translation>
    </message>
    <message>
        <source>nothing new</source>
        <translation>אין חדש</translation>
    </message>
    <message>
        <source>requests: {}</source>
        <translation>בקשות: {}</translation>
    </message>
    <message numerus="yes">
        <source>{} changed</source>
        <translation>
            <numerusform>{} השתנתה</numerusform>
            <numerusform>{} השתנו</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{} gone</source>
        <translation>
            <numerusform>{} נעלמה</numerusform>
            <numerusform>{} נעלמו</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{} new</source>
        <translation>
            <numerusform>{} חדשה</numerusform>
            <numerusform>{} חדשות</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{} withheld</source>
        <translation>
            <numerusform>{} לא נקלטה</numerusform>
            <numerusform>{} לא נקלטו</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SearchLine</name>
    <message>
        <source>Search  Ctrl+F</source>
        <translation>חיפוש  Ctrl+F</translation>
    </message>
    <message>
        <source>Search jobs by title, code, department or location</source>
        <translation>חיפוש משרות לפי שם, קוד, מחלקה או מיקום</translation>
    </message>
    <message>
        <source>Search people by name, e-mail or phone</source>
        <translation>חיפוש אנשים לפי שם, דוא״ל או טלפון</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Accounts</source>
        <translation>חשבונות</translation>
    </message>
    <message>
        <source>Asking the ATS what {} may read…</source>
        <translation>בודק מול מערכת הגיוס מה {} רשאי לקרוא…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>סגירה</translation>
    </message>
    <message>
        <source>Connect an ATS</source>
        <translation>חיבור מערכת גיוס</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>תיקיית הנתונים</translation>
    </message>
    <message>
        <source>Enter the key again…</source>
        <translation>הזנת המפתח מחדש…</translation>
    </message>
    <message>
        <source>Import a file…</source>
        <translation>ייבוא קובץ…</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>להשאיר</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>רשימות</translation>
    </message>
    <message>
        <source>Lists of {}</source>
        <translation>הרשימות של {}</translation>
    </message>
    <message>
        <source>More for {}</source>
        <translation>פעולות נוספות עבור {}</translation>
    </message>
    <message>
        <source>No account yet. Connect the ATS you work with.</source>
        <translation>עדיין אין חשבון. אפשר לחבר את מערכת הגיוס שלכם.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>הסרה</translation>
    </message>
    <message>
        <source>Remove its key and everything synced from it? The ATS itself is not touched.</source>
        <translation>להסיר את המפתח ואת כל מה שסונכרן מהחשבון? במערכת הגיוס עצמה דבר לא ישתנה.</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>הסרה…</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>הגדרות</translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation>פתיחת התיקייה</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>בדיקה</translation>
    </message>
    <message>
        <source>Test {}</source>
        <translation>בדיקת {}</translation>
    </message>
    <message>
        <source>The next sync of {} reads the lists as you chose them.</source>
        <translation>הסנכרון הבא של {} יקרא את הרשימות שנבחרו.</translation>
    </message>
    <message>
        <source>never synced</source>
        <translation>לא סונכרן מעולם</translation>
    </message>
    <message>
        <source>synced {}</source>
        <translation>סונכרן {}</translation>
    </message>
</context>
<context>
    <name>SheetDialog</name>
    <message>
        <source>Account</source>
        <translation>חשבון</translation>
    </message>
    <message>
        <source>An Excel workbook or a CSV file with one candidate a row; columns may hold paths of files, such as resumes. Drop it here, or choose it.</source>
        <translation>חוברת Excel או קובץ CSV עם מועמד/ת בכל שורה; עמודות יכולות להכיל נתיבי קבצים, כגון קורות חיים. אפשר לגרור לכאן או לבחור.</translation>
    </message>
    <message>
        <source>And {} more.</source>
        <translation>ועוד {}.</translation>
    </message>
    <message>
        <source>By the column “Job”</source>
        <translation>לפי העמודה &quot;Job&quot;</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>ביטול</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>בחירה…</translation>
    </message>
    <message>
        <source>Column for {}</source>
        <translation>עמודה עבור {}</translation>
    </message>
    <message>
        <source>Columns and problems</source>
        <translation>עמודות ובעיות</translation>
    </message>
    <message>
        <source>Import from spreadsheet</source>
        <translation>ייבוא מגיליון אלקטרוני</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>משרה</translation>
    </message>
    <message>
        <source>Keeping the rows in the outbox…</source>
        <translation>שומר את השורות בתיבת ההגשות…</translation>
    </message>
    <message>
        <source>No column stands for {}.</source>
        <translation>אין עמודה שמייצגת את {}.</translation>
    </message>
    <message>
        <source>No file yet</source>
        <translation>עדיין לא נבחר קובץ</translation>
    </message>
    <message>
        <source>Not used</source>
        <translation>לא בשימוש</translation>
    </message>
    <message>
        <source>Row {}</source>
        <translation>שורה {}</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>שליחה</translation>
    </message>
    <message>
        <source>Send {} rows</source>
        <translation>לשלוח {} שורות</translation>
    </message>
    <message>
        <source>Tables (*.xlsx *.csv *.txt *.tsv);;All files (*)</source>
        <translation>טבלאות (*.xlsx *.csv *.txt *.tsv);;כל הקבצים (*)</translation>
    </message>
    <message>
        <source>To look at</source>
        <translation>לבדיקה</translation>
    </message>
    <message>
        <source>{} of {} rows can be sent.</source>
        <translation>אפשר לשלוח {} מתוך {} שורות.</translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>Close</source>
        <translation>סגירה</translation>
    </message>
    <message>
        <source>Close the panel, empty the search</source>
        <translation>סגירת החלונית, ניקוי החיפוש</translation>
    </message>
    <message>
        <source>Copy the selected rows for a spreadsheet</source>
        <translation>העתקת השורות שנבחרו לגיליון אלקטרוני</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>ייצוא</translation>
    </message>
    <message>
        <source>Help for what you are looking at</source>
        <translation>עזרה למה שרואים עכשיו</translation>
    </message>
    <message>
        <source>Jobs: take that back</source>
        <translation>משרות: ביטול הפעולה האחרונה</translation>
    </message>
    <message>
        <source>Jobs: work on the selected jobs, or give them up</source>
        <translation>משרות: לטפל במשרות שנבחרו, או לוותר עליהן</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>קיצורי מקלדת</translation>
    </message>
    <message>
        <source>Open the candidate panel</source>
        <translation>פתיחת חלונית המועמד/ת</translation>
    </message>
    <message>
        <source>Search people</source>
        <translation>חיפוש אנשים</translation>
    </message>
    <message>
        <source>Select all rows</source>
        <translation>בחירת כל השורות</translation>
    </message>
    <message>
        <source>Settings and accounts</source>
        <translation>הגדרות וחשבונות</translation>
    </message>
    <message>
        <source>Submit a candidate</source>
        <translation>הגשת מועמד/ת</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>סנכרון עכשיו</translation>
    </message>
    <message>
        <source>This sheet</source>
        <translation>הדף הזה</translation>
    </message>
</context>
<context>
    <name>SideBar</name>
    <message>
        <source>Account: {}</source>
        <translation>חשבון: {}</translation>
    </message>
    <message>
        <source>All accounts</source>
        <translation>כל החשבונות</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>עזרה</translation>
    </message>
    <message>
        <source>Manage accounts…</source>
        <translation>ניהול חשבונות…</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>הגדרות</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>קיצורי מקלדת</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>Close panel</source>
        <translation>סגירת החלונית</translation>
    </message>
    <message>
        <source>It has no page in the ATS.</source>
        <translation>אין לזה דף במערכת הגיוס.</translation>
    </message>
    <message>
        <source>No longer there</source>
        <translation>כבר לא קיים</translation>
    </message>
    <message>
        <source>Open in the ATS</source>
        <translation>פתיחה במערכת הגיוס</translation>
    </message>
    <message>
        <source>Open in the ATS ({} tells no address)</source>
        <translation>פתיחה במערכת הגיוס (‏{} אינה מוסרת כתובת)</translation>
    </message>
    <message>
        <source>Record copied</source>
        <translation>הרשומה הועתקה</translation>
    </message>
</context>
<context>
    <name>StepsTab</name>
    <message>
        <source>Limit for “{}”…</source>
        <translation>מגבלה עבור &quot;{}&quot;…</translation>
    </message>
    <message>
        <source>Limits per stage</source>
        <translation>מגבלות לפי שלב</translation>
    </message>
</context>
<context>
    <name>SubmitEditor</name>
    <message>
        <source>Draft kept</source>
        <translation>הטיוטה נשמרה</translation>
    </message>
    <message>
        <source>Not ready yet. {}</source>
        <translation>עדיין לא מוכן. {}</translation>
    </message>
    <message>
        <source>One more application of {}, who is in the ATS already.</source>
        <translation>מועמדות נוספת של {}, שכבר נמצא/ת במערכת הגיוס.</translation>
    </message>
    <message>
        <source>Review and send</source>
        <translation>בדיקה ושליחה</translation>
    </message>
    <message>
        <source>Start anew</source>
        <translation>להתחיל מחדש</translation>
    </message>
    <message>
        <source>What is sent of submission {} is changed here.</source>
        <translation>כאן משנים את מה שיישלח בהגשה {}.</translation>
    </message>
</context>
<context>
    <name>SubmitTab</name>
    <message>
        <source>Import from spreadsheet…</source>
        <translation>ייבוא מגיליון אלקטרוני…</translation>
    </message>
    <message>
        <source>In the outbox: {}</source>
        <translation>בתיבת ההגשות: {}</translation>
    </message>
    <message>
        <source>New candidate</source>
        <translation>מועמד/ת חדש/ה</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>תיבת ההגשות</translation>
    </message>
    <message>
        <source>Submit</source>
        <translation>הגשה</translation>
    </message>
    <message>
        <source>What became of each row is in {}</source>
        <translation>מה עלה בגורל כל שורה: {}</translation>
    </message>
</context>
<context>
    <name>SyncStrip</name>
    <message>
        <source>Added</source>
        <translation>נוספו</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>ביטול</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>השתנו</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>הסתיים</translation>
    </message>
    <message>
        <source>Progress by resource</source>
        <translation>התקדמות לפי רשימה</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>קורא</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>התקבלו</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>בקשות</translation>
    </message>
    <message>
        <source>Resource</source>
        <translation>רשימה</translation>
    </message>
    <message>
        <source>State</source>
        <translation>מצב</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>עוצר…</translation>
    </message>
    <message>
        <source>Syncing {}</source>
        <translation>מסנכרן את {}</translation>
    </message>
    <message>
        <source>Syncing {}: {}</source>
        <translation>מסנכרן את {}: {}</translation>
    </message>
    <message>
        <source>Waiting {}</source>
        <translation>ממתין {}</translation>
    </message>
    <message>
        <source>Waiting {} (limit of the ATS)</source>
        <translation>ממתין {} (מגבלת מערכת הגיוס)</translation>
    </message>
    <message>
        <source>requests: {}</source>
        <translation>בקשות: {}</translation>
    </message>
    <message numerus="yes">
        <source>{} rows received</source>
        <translation>
            <numerusform>התקבלה שורה {}</numerusform>
            <numerusform>התקבלו {} שורות</numerusform>
        </translation>
    </message>
    <message>
        <source>{} rows/s</source>
        <translation>{} שורות בשנייה</translation>
    </message>
</context>
<context>
    <name>TargetCard</name>
    <message>
        <source>Account</source>
        <translation>חשבון</translation>
    </message>
    <message>
        <source>Choose a job that is exposed</source>
        <translation>יש לבחור משרה שבטיפול</translation>
    </message>
    <message>
        <source>Expose jobs in the Jobs tab first</source>
        <translation>קודם יש לסמן משרות לטיפול בלשונית המשרות</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>משרה</translation>
    </message>
    <message>
        <source>Job *</source>
        <translation>משרה *</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Applied</source>
        <translation>הגשה</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>הושלם</translation>
    </message>
    <message>
        <source>Entered</source>
        <translation>כניסה</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>מתוכנן</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>שלבים</translation>
    </message>
    <message>
        <source>over the limit of {}</source>
        <translation>מעל המגבלה של {}</translation>
    </message>
    <message>
        <source>planned for {}</source>
        <translation>מתוכנן: {}</translation>
    </message>
    <message>
        <source>since {}</source>
        <translation>מאז {}</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>ATS Desk</source>
        <translation>ATS Desk</translation>
    </message>
    <message>
        <source>Open ATS Desk</source>
        <translation>פתיחת ATS Desk</translation>
    </message>
    <message>
        <source>Pause syncing</source>
        <translation>השהיית הסנכרון</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>יציאה</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>סנכרון עכשיו</translation>
    </message>
</context>
<context>
    <name>TroubleDialog</name>
    <message>
        <source>ATS Desk</source>
        <translation>ATS Desk</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>הועתק</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>העתקת הפרטים</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>אישור</translation>
    </message>
</context>
<context>
    <name>ViewExport</name>
    <message>
        <source>Account</source>
        <translation>חשבון</translation>
    </message>
    <message>
        <source>CSV file (*.csv)</source>
        <translation>קובץ CSV‏ (*.csv)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>ביטול</translation>
    </message>
    <message>
        <source>Cancelled. The file from before is as it was.</source>
        <translation>בוטל. הקובץ הקודם נשאר כשהיה.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>סגירה</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>סופר…</translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>חוברת עבודה של Excel‏ (*.xlsx)</translation>
    </message>
    <message>
        <source>Export this view</source>
        <translation>ייצוא התצוגה</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>מסננים</translation>
    </message>
    <message>
        <source>Open file</source>
        <translation>פתיחת הקובץ</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>סדר</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation>התקדמות הייצוא</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>חיפוש</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>הצגה בתיקייה</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>לשונית</translation>
    </message>
    <message>
        <source>Writing {} of {} rows</source>
        <translation>כותב {} מתוך {} שורות</translation>
    </message>
    <message>
        <source>all</source>
        <translation>הכול</translation>
    </message>
    <message>
        <source>as usual</source>
        <translation>כרגיל</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ללא</translation>
    </message>
    <message>
        <source>{}, ascending</source>
        <translation>{}, בסדר עולה</translation>
    </message>
    <message>
        <source>{}, descending</source>
        <translation>{}, בסדר יורד</translation>
    </message>
    <message>
        <source>{}: {} rows in {}</source>
        <translation>{}: {} שורות תוך {}</translation>
    </message>
</context>
<context>
    <name>ViewPicker</name>
    <message>
        <source>Bring back “{}”</source>
        <translation>להחזיר את &quot;{}&quot;</translation>
    </message>
    <message>
        <source>Delete “{}”</source>
        <translation>למחוק את &quot;{}&quot;</translation>
    </message>
    <message>
        <source>Deleted: {}. The menu can bring it back.</source>
        <translation>נמחק: {}. אפשר להחזיר מהתפריט.</translation>
    </message>
    <message>
        <source>Export these views…</source>
        <translation>ייצוא התצוגות האלה…</translation>
    </message>
    <message>
        <source>Export views</source>
        <translation>ייצוא תצוגות</translation>
    </message>
    <message>
        <source>Import views</source>
        <translation>ייבוא תצוגות</translation>
    </message>
    <message>
        <source>Import views…</source>
        <translation>ייבוא תצוגות…</translation>
    </message>
    <message>
        <source>Rename the view</source>
        <translation>שינוי שם התצוגה</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>שינוי שם…</translation>
    </message>
    <message>
        <source>Save as a new view</source>
        <translation>שמירה כתצוגה חדשה</translation>
    </message>
    <message>
        <source>Save as a new view…</source>
        <translation>שמירה כתצוגה חדשה…</translation>
    </message>
    <message>
        <source>Save changes to “{}”</source>
        <translation>שמירת השינויים ב־&quot;{}&quot;</translation>
    </message>
    <message>
        <source>Saved views (*.json)</source>
        <translation>תצוגות שמורות (*.json)</translation>
    </message>
    <message>
        <source>Saved views: {}</source>
        <translation>תצוגות שמורות: {}</translation>
    </message>
    <message>
        <source>Show at the start</source>
        <translation>להציג בהפעלה</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>תצוגות</translation>
    </message>
    <message>
        <source>Views imported: {}</source>
        <translation>תצוגות שיובאו: {}</translation>
    </message>
    <message>
        <source>Written: {}</source>
        <translation>נכתב: {}</translation>
    </message>
    <message>
        <source>{}  · at the start</source>
        <translation>{}  · בהפעלה</translation>
    </message>
    <message>
        <source>{} (changed)</source>
        <translation>{} (שונתה)</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>A complete, always fresh copy of your applicant tracking system, to browse and to export to Excel.</source>
        <translation>עותק מלא ועדכני תמיד של מערכת הגיוס שלכם, לעיון ולייצוא ל־Excel.</translation>
    </message>
    <message>
        <source>Connect an ATS</source>
        <translation>חיבור מערכת גיוס</translation>
    </message>
    <message>
        <source>It reads as far as your key permits, keeps to the limits of your ATS, and writes nothing there unless you submit somebody.</source>
        <translation>התוכנה קוראת ככל שהמפתח שלכם מתיר, שומרת על מגבלות מערכת הגיוס, ואינה כותבת בה דבר אלא אם תגישו מישהו.</translation>
    </message>
    <message>
        <source>It talks to the system that you connect, and to where that keeps its files: {}.</source>
        <translation>התוכנה פונה רק למערכת שמחברים ולמקום שבו היא שומרת קבצים: {}.</translation>
    </message>
    <message>
        <source>Keys go into this computer&apos;s keyring, and to your ATS alone.</source>
        <translation>מפתחות נשמרים בצרור המפתחות של המחשב ונשלחים אך ורק למערכת הגיוס שלכם.</translation>
    </message>
    <message>
        <source>Try with sample data</source>
        <translation>התנסות בנתונים לדוגמה</translation>
    </message>
    <message>
        <source>Welcome to ATS Desk</source>
        <translation>ברוכים הבאים ל־ATS Desk</translation>
    </message>
    <message>
        <source>Your data stays on this computer, in one file that is yours.</source>
        <translation>הנתונים נשארים במחשב הזה, בקובץ אחד שבבעלותכם.</translation>
    </message>
</context>
<context>
    <name>WhatToRead</name>
    <message>
        <source>1 year</source>
        <translation>שנה</translation>
    </message>
    <message>
        <source>Choose the lists</source>
        <translation>בחירת הרשימות</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>הכול</translation>
    </message>
    <message>
        <source>Everything is read.</source>
        <translation>הכול נקרא.</translation>
    </message>
    <message>
        <source>Hide the lists</source>
        <translation>הסתרת הרשימות</translation>
    </message>
    <message>
        <source>How far back</source>
        <translation>כמה אחורה</translation>
    </message>
    <message>
        <source>Left out: {}</source>
        <translation>הושמטו: {}</translation>
    </message>
    <message>
        <source>{} years</source>
        <translation>{} שנים</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>Activity</source>
        <translation>פעילות</translation>
    </message>
    <message>
        <source>Candidates</source>
        <translation>מועמדים</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>ייצוא</translation>
    </message>
    <message>
        <source>Interviews</source>
        <translation>ראיונות</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>משרות</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>שלבים</translation>
    </message>
    <message>
        <source>Submit</source>
        <translation>הגשה</translation>
    </message>
    <message>
        <source>The language changes when ATS Desk starts again.</source>
        <translation>השפה תתחלף בהפעלה הבאה של ATS Desk.</translation>
    </message>
    <message>
        <source>{} is being synced. Accept the deletions once that is done.</source>
        <translation>‏{} מסתנכרן כעת. אפשר לאשר את המחיקות כשהסנכרון יסתיים.</translation>
    </message>
    <message>
        <source>{}: {}</source>
        <translation>{}: {}</translation>
    </message>
</context>
<context>
    <name>background</name>
    <message>
        <source>(not named)</source>
        <translation>(ללא שם)</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>חברה</translation>
    </message>
    <message>
        <source>Education</source>
        <translation>השכלה</translation>
    </message>
    <message>
        <source>Lives in</source>
        <translation>מקום מגורים</translation>
    </message>
    <message>
        <source>More contacts</source>
        <translation>דרכי קשר נוספות</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>הערות</translation>
    </message>
    <message>
        <source>The ATS tells nothing more. Notes are read where they are switched on in Settings.</source>
        <translation>אין מידע נוסף במערכת הגיוס. הערות נקראות כשהן מופעלות בהגדרות.</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>תפקיד</translation>
    </message>
    <message>
        <source>Website</source>
        <translation>אתר אינטרנט</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>ניסיון תעסוקתי</translation>
    </message>
</context>
<context>
    <name>backups</name>
    <message numerus="yes">
        <source>%n copies</source>
        <translation>
            <numerusform>עותק אחד</numerusform>
            <numerusform>%n עותקים</numerusform>
        </translation>
    </message>
    <message>
        <source>Before a restore</source>
        <translation>לפני שחזור</translation>
    </message>
    <message>
        <source>Before an update</source>
        <translation>לפני עדכון</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>ידני</translation>
    </message>
    <message>
        <source>None yet.</source>
        <translation>עדיין אין.</translation>
    </message>
    <message>
        <source>Once a day</source>
        <translation>פעם ביום</translation>
    </message>
    <message>
        <source>{}, the newest: {}.</source>
        <translation>{}, החדש ביותר: {}.</translation>
    </message>
</context>
<context>
    <name>countries</name>
    <message>
        <source>Afghanistan</source>
        <translation>אפגניסטן</translation>
    </message>
    <message>
        <source>Albania</source>
        <translation>אלבניה</translation>
    </message>
    <message>
        <source>Algeria</source>
        <translation>אלג׳יריה</translation>
    </message>
    <message>
        <source>Andorra</source>
        <translation>אנדורה</translation>
    </message>
    <message>
        <source>Angola</source>
        <translation>אנגולה</translation>
    </message>
    <message>
        <source>Anguilla</source>
        <translation>אנגווילה</translation>
    </message>
    <message>
        <source>Antarctica</source>
        <translation>אנטארקטיקה</translation>
    </message>
    <message>
        <source>Antigua &amp; Barbuda</source>
        <translation>אנטיגואה וברבודה</translation>
    </message>
    <message>
        <source>Argentina</source>
        <translation>ארגנטינה</translation>
    </message>
    <message>
        <source>Armenia</source>
        <translation>ארמניה</translation>
    </message>
    <message>
        <source>Aruba</source>
        <translation>ארובה</translation>
    </message>
    <message>
        <source>Australia</source>
        <translation>אוסטרליה</translation>
    </message>
    <message>
        <source>Austria</source>
        <translation>אוסטריה</translation>
    </message>
    <message>
        <source>Azerbaijan</source>
        <translation>אזרבייג׳ן</translation>
    </message>
    <message>
        <source>Bahamas</source>
        <translation>איי בהאמה</translation>
    </message>
    <message>
        <source>Bahrain</source>
        <translation>בחריין</translation>
    </message>
    <message>
        <source>Bangladesh</source>
        <translation>בנגלדש</translation>
    </message>
    <message>
        <source>Barbados</source>
        <translation>ברבדוס</translation>
    </message>
    <message>
        <source>Belarus</source>
        <translation>בלארוס</translation>
    </message>
    <message>
        <source>Belgium</source>
        <translation>בלגיה</translation>
    </message>
    <message>
        <source>Belize</source>
        <translation>בליז</translation>
    </message>
    <message>
        <source>Benin</source>
        <translation>בנין</translation>
    </message>
    <message>
        <source>Bermuda</source>
        <translation>ברמודה</translation>
    </message>
    <message>
        <source>Bhutan</source>
        <translation>בהוטן</translation>
    </message>
    <message>
        <source>Bolivia</source>
        <translation>בוליביה</translation>
    </message>
    <message>
        <source>Bosnia &amp; Herzegovina</source>
        <translation>בוסניה והרצגובינה</translation>
    </message>
    <message>
        <source>Botswana</source>
        <translation>בוצואנה</translation>
    </message>
    <message>
        <source>Bouvet Island</source>
        <translation>האי בובה</translation>
    </message>
    <message>
        <source>Brazil</source>
        <translation>ברזיל</translation>
    </message>
    <message>
        <source>Britain (UK)</source>
        <translation>בריטניה</translation>
    </message>
    <message>
        <source>British Indian Ocean Territory</source>
        <translation>הטריטוריה הבריטית באוקיינוס ההודי</translation>
    </message>
    <message>
        <source>Brunei</source>
        <translation>ברוניי</translation>
    </message>
    <message>
        <source>Bulgaria</source>
        <translation>בולגריה</translation>
    </message>
    <message>
        <source>Burkina Faso</source>
        <translation>בורקינה פאסו</translation>
    </message>
    <message>
        <source>Burundi</source>
        <translation>בורונדי</translation>
    </message>
    <message>
        <source>Cambodia</source>
        <translation>קמבודיה</translation>
    </message>
    <message>
        <source>Cameroon</source>
        <translation>קמרון</translation>
    </message>
    <message>
        <source>Canada</source>
        <translation>קנדה</translation>
    </message>
    <message>
        <source>Cape Verde</source>
        <translation>כף ורדה</translation>
    </message>
    <message>
        <source>Caribbean NL</source>
        <translation>האיים הקריביים ההולנדיים</translation>
    </message>
    <message>
        <source>Cayman Islands</source>
        <translation>איי קיימן</translation>
    </message>
    <message>
        <source>Central African Rep.</source>
        <translation>הרפובליקה של מרכז אפריקה</translation>
    </message>
    <message>
        <source>Chad</source>
        <translation>צ׳אד</translation>
    </message>
    <message>
        <source>Chile</source>
        <translation>צ׳ילה</translation>
    </message>
    <message>
        <source>China</source>
        <translation>סין</translation>
    </message>
    <message>
        <source>Christmas Island</source>
        <translation>אי חג המולד</translation>
    </message>
    <message>
        <source>Cocos (Keeling) Islands</source>
        <translation>איי קוקוס (קילינג)</translation>
    </message>
    <message>
        <source>Colombia</source>
        <translation>קולומביה</translation>
    </message>
    <message>
        <source>Comoros</source>
        <translation>קומורו</translation>
    </message>
    <message>
        <source>Congo (Dem. Rep.)</source>
        <translation>קונגו (קינשאסה)</translation>
    </message>
    <message>
        <source>Congo (Rep.)</source>
        <translation>קונגו (ברזאויל)</translation>
    </message>
    <message>
        <source>Cook Islands</source>
        <translation>איי קוק</translation>
    </message>
    <message>
        <source>Costa Rica</source>
        <translation>קוסטה ריקה</translation>
    </message>
    <message>
        <source>Croatia</source>
        <translation>קרואטיה</translation>
    </message>
    <message>
        <source>Cuba</source>
        <translation>קובה</translation>
    </message>
    <message>
        <source>Curaçao</source>
        <translation>קוראסאו</translation>
    </message>
    <message>
        <source>Cyprus</source>
        <translation>קפריסין</translation>
    </message>
    <message>
        <source>Czech Republic</source>
        <translation>צ׳כיה</translation>
    </message>
    <message>
        <source>Côte d’Ivoire</source>
        <translation>חוף השנהב</translation>
    </message>
    <message>
        <source>Denmark</source>
        <translation>דנמרק</translation>
    </message>
    <message>
        <source>Djibouti</source>
        <translation>ג׳יבוטי</translation>
    </message>
    <message>
        <source>Dominica</source>
        <translation>דומיניקה</translation>
    </message>
    <message>
        <source>Dominican Republic</source>
        <translation>הרפובליקה הדומיניקנית</translation>
    </message>
    <message>
        <source>East Timor</source>
        <translation>טימור המזרחית</translation>
    </message>
    <message>
        <source>Ecuador</source>
        <translation>אקוודור</translation>
    </message>
    <message>
        <source>Egypt</source>
        <translation>מצרים</translation>
    </message>
    <message>
        <source>El Salvador</source>
        <translation>אל סלבדור</translation>
    </message>
    <message>
        <source>Equatorial Guinea</source>
        <translation>גינאה המשוונית</translation>
    </message>
    <message>
        <source>Eritrea</source>
        <translation>אריתריאה</translation>
    </message>
    <message>
        <source>Estonia</source>
        <translation>אסטוניה</translation>
    </message>
    <message>
        <source>Eswatini (Swaziland)</source>
        <translation>אסוואטיני (סווזילנד)</translation>
    </message>
    <message>
        <source>Ethiopia</source>
        <translation>אתיופיה</translation>
    </message>
    <message>
        <source>Falkland Islands</source>
        <translation>איי פוקלנד</translation>
    </message>
    <message>
        <source>Faroe Islands</source>
        <translation>איי פארו</translation>
    </message>
    <message>
        <source>Fiji</source>
        <translation>פיג׳י</translation>
    </message>
    <message>
        <source>Finland</source>
        <translation>פינלנד</translation>
    </message>
    <message>
        <source>France</source>
        <translation>צרפת</translation>
    </message>
    <message>
        <source>French Guiana</source>
        <translation>גיאנה הצרפתית</translation>
    </message>
    <message>
        <source>French Polynesia</source>
        <translation>פולינזיה הצרפתית</translation>
    </message>
    <message>
        <source>French S. Terr.</source>
        <translation>הטריטוריות הדרומיות של צרפת</translation>
    </message>
    <message>
        <source>Gabon</source>
        <translation>גבון</translation>
    </message>
    <message>
        <source>Gambia</source>
        <translation>גמביה</translation>
    </message>
    <message>
        <source>Georgia</source>
        <translation>גאורגיה</translation>
    </message>
    <message>
        <source>Germany</source>
        <translation>גרמניה</translation>
    </message>
    <message>
        <source>Ghana</source>
        <translation>גאנה</translation>
    </message>
    <message>
        <source>Gibraltar</source>
        <translation>גיברלטר</translation>
    </message>
    <message>
        <source>Greece</source>
        <translation>יוון</translation>
    </message>
    <message>
        <source>Greenland</source>
        <translation>גרינלנד</translation>
    </message>
    <message>
        <source>Grenada</source>
        <translation>גרנדה</translation>
    </message>
    <message>
        <source>Guadeloupe</source>
        <translation>גוואדלופ</translation>
    </message>
    <message>
        <source>Guam</source>
        <translation>גואם</translation>
    </message>
    <message>
        <source>Guatemala</source>
        <translation>גואטמלה</translation>
    </message>
    <message>
        <source>Guernsey</source>
        <translation>גרנזי</translation>
    </message>
    <message>
        <source>Guinea</source>
        <translation>גינאה</translation>
    </message>
    <message>
        <source>Guinea-Bissau</source>
        <translation>גינאה־ביסאו</translation>
    </message>
    <message>
        <source>Guyana</source>
        <translation>גיאנה</translation>
    </message>
    <message>
        <source>Haiti</source>
        <translation>האיטי</translation>
    </message>
    <message>
        <source>Heard Island &amp; McDonald Islands</source>
        <translation>האי הרד ואיי מקדונלד</translation>
    </message>
    <message>
        <source>Honduras</source>
        <translation>הונדורס</translation>
    </message>
    <message>
        <source>Hong Kong</source>
        <translation>הונג קונג</translation>
    </message>
    <message>
        <source>Hungary</source>
        <translation>הונגריה</translation>
    </message>
    <message>
        <source>Iceland</source>
        <translation>איסלנד</translation>
    </message>
    <message>
        <source>India</source>
        <translation>הודו</translation>
    </message>
    <message>
        <source>Indonesia</source>
        <translation>אינדונזיה</translation>
    </message>
    <message>
        <source>Iran</source>
        <translation>איראן</translation>
    </message>
    <message>
        <source>Iraq</source>
        <translation>עיראק</translation>
    </message>
    <message>
        <source>Ireland</source>
        <translation>אירלנד</translation>
    </message>
    <message>
        <source>Isle of Man</source>
        <translation>האי מאן</translation>
    </message>
    <message>
        <source>Israel</source>
        <translation>ישראל</translation>
    </message>
    <message>
        <source>Italy</source>
        <translation>איטליה</translation>
    </message>
    <message>
        <source>Jamaica</source>
        <translation>ג׳מייקה</translation>
    </message>
    <message>
        <source>Japan</source>
        <translation>יפן</translation>
    </message>
    <message>
        <source>Jersey</source>
        <translation>ג׳רזי</translation>
    </message>
    <message>
        <source>Jordan</source>
        <translation>ירדן</translation>
    </message>
    <message>
        <source>Kazakhstan</source>
        <translation>קזחסטן</translation>
    </message>
    <message>
        <source>Kenya</source>
        <translation>קניה</translation>
    </message>
    <message>
        <source>Kiribati</source>
        <translation>קיריבאטי</translation>
    </message>
    <message>
        <source>Korea (North)</source>
        <translation>קוריאה הצפונית</translation>
    </message>
    <message>
        <source>Korea (South)</source>
        <translation>קוריאה הדרומית</translation>
    </message>
    <message>
        <source>Kuwait</source>
        <translation>כווית</translation>
    </message>
    <message>
        <source>Kyrgyzstan</source>
        <translation>קירגיזסטן</translation>
    </message>
    <message>
        <source>Laos</source>
        <translation>לאוס</translation>
    </message>
    <message>
        <source>Latvia</source>
        <translation>לטביה</translation>
    </message>
    <message>
        <source>Lebanon</source>
        <translation>לבנון</translation>
    </message>
    <message>
        <source>Lesotho</source>
        <translation>לסוטו</translation>
    </message>
    <message>
        <source>Liberia</source>
        <translation>ליבריה</translation>
    </message>
    <message>
        <source>Libya</source>
        <translation>לוב</translation>
    </message>
    <message>
        <source>Liechtenstein</source>
        <translation>ליכטנשטיין</translation>
    </message>
    <message>
        <source>Lithuania</source>
        <translation>ליטא</translation>
    </message>
    <message>
        <source>Luxembourg</source>
        <translation>לוקסמבורג</translation>
    </message>
    <message>
        <source>Macau</source>
        <translation>מקאו</translation>
    </message>
    <message>
        <source>Madagascar</source>
        <translation>מדגסקר</translation>
    </message>
    <message>
        <source>Malawi</source>
        <translation>מלאווי</translation>
    </message>
    <message>
        <source>Malaysia</source>
        <translation>מלזיה</translation>
    </message>
    <message>
        <source>Maldives</source>
        <translation>האיים המלדיביים</translation>
    </message>
    <message>
        <source>Mali</source>
        <translation>מאלי</translation>
    </message>
    <message>
        <source>Malta</source>
        <translation>מלטה</translation>
    </message>
    <message>
        <source>Marshall Islands</source>
        <translation>איי מרשל</translation>
    </message>
    <message>
        <source>Martinique</source>
        <translation>מרטיניק</translation>
    </message>
    <message>
        <source>Mauritania</source>
        <translation>מאוריטניה</translation>
    </message>
    <message>
        <source>Mauritius</source>
        <translation>מאוריציוס</translation>
    </message>
    <message>
        <source>Mayotte</source>
        <translation>מיוט</translation>
    </message>
    <message>
        <source>Mexico</source>
        <translation>מקסיקו</translation>
    </message>
    <message>
        <source>Micronesia</source>
        <translation>מיקרונזיה</translation>
    </message>
    <message>
        <source>Moldova</source>
        <translation>מולדובה</translation>
    </message>
    <message>
        <source>Monaco</source>
        <translation>מונקו</translation>
    </message>
    <message>
        <source>Mongolia</source>
        <translation>מונגוליה</translation>
    </message>
    <message>
        <source>Montenegro</source>
        <translation>מונטנגרו</translation>
    </message>
    <message>
        <source>Montserrat</source>
        <translation>מונטסראט</translation>
    </message>
    <message>
        <source>Morocco</source>
        <translation>מרוקו</translation>
    </message>
    <message>
        <source>Mozambique</source>
        <translation>מוזמביק</translation>
    </message>
    <message>
        <source>Myanmar (Burma)</source>
        <translation>מיאנמר (בורמה)</translation>
    </message>
    <message>
        <source>Namibia</source>
        <translation>נמיביה</translation>
    </message>
    <message>
        <source>Nauru</source>
        <translation>נאורו</translation>
    </message>
    <message>
        <source>Nepal</source>
        <translation>נפאל</translation>
    </message>
    <message>
        <source>Netherlands</source>
        <translation>הולנד</translation>
    </message>
    <message>
        <source>New Caledonia</source>
        <translation>קלדוניה החדשה</translation>
    </message>
    <message>
        <source>New Zealand</source>
        <translation>ניו זילנד</translation>
    </message>
    <message>
        <source>Nicaragua</source>
        <translation>ניקרגואה</translation>
    </message>
    <message>
        <source>Niger</source>
        <translation>ניז׳ר</translation>
    </message>
    <message>
        <source>Nigeria</source>
        <translation>ניגריה</translation>
    </message>
    <message>
        <source>Niue</source>
        <translation>ניווה</translation>
    </message>
    <message>
        <source>Norfolk Island</source>
        <translation>האי נורפוק</translation>
    </message>
    <message>
        <source>North Macedonia</source>
        <translation>מקדוניה הצפונית</translation>
    </message>
    <message>
        <source>Northern Mariana Islands</source>
        <translation>איי מריאנה הצפוניים</translation>
    </message>
    <message>
        <source>Norway</source>
        <translation>נורווגיה</translation>
    </message>
    <message>
        <source>Oman</source>
        <translation>עומאן</translation>
    </message>
    <message>
        <source>Pakistan</source>
        <translation>פקיסטן</translation>
    </message>
    <message>
        <source>Palau</source>
        <translation>פלאו</translation>
    </message>
    <message>
        <source>Palestine</source>
        <translation>פלסטין</translation>
    </message>
    <message>
        <source>Panama</source>
        <translation>פנמה</translation>
    </message>
    <message>
        <source>Papua New Guinea</source>
        <translation>פפואה גינאה החדשה</translation>
    </message>
    <message>
        <source>Paraguay</source>
        <translation>פרגוואי</translation>
    </message>
    <message>
        <source>Peru</source>
        <translation>פרו</translation>
    </message>
    <message>
        <source>Philippines</source>
        <translation>הפיליפינים</translation>
    </message>
    <message>
        <source>Pitcairn</source>
        <translation>פיטקרן</translation>
    </message>
    <message>
        <source>Poland</source>
        <translation>פולין</translation>
    </message>
    <message>
        <source>Portugal</source>
        <translation>פורטוגל</translation>
    </message>
    <message>
        <source>Puerto Rico</source>
        <translation>פוארטו ריקו</translation>
    </message>
    <message>
        <source>Qatar</source>
        <translation>קטאר</translation>
    </message>
    <message>
        <source>Romania</source>
        <translation>רומניה</translation>
    </message>
    <message>
        <source>Russia</source>
        <translation>רוסיה</translation>
    </message>
    <message>
        <source>Rwanda</source>
        <translation>רואנדה</translation>
    </message>
    <message>
        <source>Réunion</source>
        <translation>ראוניון</translation>
    </message>
    <message>
        <source>Samoa (American)</source>
        <translation>סמואה האמריקאית</translation>
    </message>
    <message>
        <source>Samoa (western)</source>
        <translation>סמואה</translation>
    </message>
    <message>
        <source>San Marino</source>
        <translation>סן מרינו</translation>
    </message>
    <message>
        <source>Sao Tome &amp; Principe</source>
        <translation>סאו טומה ופרינסיפה</translation>
    </message>
    <message>
        <source>Saudi Arabia</source>
        <translation>ערב הסעודית</translation>
    </message>
    <message>
        <source>Senegal</source>
        <translation>סנגל</translation>
    </message>
    <message>
        <source>Serbia</source>
        <translation>סרביה</translation>
    </message>
    <message>
        <source>Seychelles</source>
        <translation>סיישל</translation>
    </message>
    <message>
        <source>Sierra Leone</source>
        <translation>סיירה לאון</translation>
    </message>
    <message>
        <source>Singapore</source>
        <translation>סינגפור</translation>
    </message>
    <message>
        <source>Slovakia</source>
        <translation>סלובקיה</translation>
    </message>
    <message>
        <source>Slovenia</source>
        <translation>סלובניה</translation>
    </message>
    <message>
        <source>Solomon Islands</source>
        <translation>איי שלמה</translation>
    </message>
    <message>
        <source>Somalia</source>
        <translation>סומליה</translation>
    </message>
    <message>
        <source>South Africa</source>
        <translation>דרום אפריקה</translation>
    </message>
    <message>
        <source>South Georgia &amp; the South Sandwich Islands</source>
        <translation>ג׳ורג׳יה הדרומית ואיי סנדוויץ׳ הדרומיים</translation>
    </message>
    <message>
        <source>South Sudan</source>
        <translation>דרום סודאן</translation>
    </message>
    <message>
        <source>Spain</source>
        <translation>ספרד</translation>
    </message>
    <message>
        <source>Sri Lanka</source>
        <translation>סרי לנקה</translation>
    </message>
    <message>
        <source>St Barthelemy</source>
        <translation>סן ברתלמי</translation>
    </message>
    <message>
        <source>St Helena</source>
        <translation>סנט הלנה</translation>
    </message>
    <message>
        <source>St Kitts &amp; Nevis</source>
        <translation>סנט קיטס ונוויס</translation>
    </message>
    <message>
        <source>St Lucia</source>
        <translation>סנט לוסיה</translation>
    </message>
    <message>
        <source>St Maarten (Dutch)</source>
        <translation>סנט מארטן (הולנד)</translation>
    </message>
    <message>
        <source>St Martin (French)</source>
        <translation>סן מרטן (צרפת)</translation>
    </message>
    <message>
        <source>St Pierre &amp; Miquelon</source>
        <translation>סן פייר ומיקלון</translation>
    </message>
    <message>
        <source>St Vincent</source>
        <translation>סנט וינסנט</translation>
    </message>
    <message>
        <source>Sudan</source>
        <translation>סודאן</translation>
    </message>
    <message>
        <source>Suriname</source>
        <translation>סורינאם</translation>
    </message>
    <message>
        <source>Svalbard &amp; Jan Mayen</source>
        <translation>סבאלברד ויאן מאיין</translation>
    </message>
    <message>
        <source>Sweden</source>
        <translation>שוודיה</translation>
    </message>
    <message>
        <source>Switzerland</source>
        <translation>שווייץ</translation>
    </message>
    <message>
        <source>Syria</source>
        <translation>סוריה</translation>
    </message>
    <message>
        <source>Taiwan</source>
        <translation>טאיוואן</translation>
    </message>
    <message>
        <source>Tajikistan</source>
        <translation>טג׳יקיסטן</translation>
    </message>
    <message>
        <source>Tanzania</source>
        <translation>טנזניה</translation>
    </message>
    <message>
        <source>Thailand</source>
        <translation>תאילנד</translation>
    </message>
    <message>
        <source>Togo</source>
        <translation>טוגו</translation>
    </message>
    <message>
        <source>Tokelau</source>
        <translation>טוקלאו</translation>
    </message>
    <message>
        <source>Tonga</source>
        <translation>טונגה</translation>
    </message>
    <message>
        <source>Trinidad &amp; Tobago</source>
        <translation>טרינידד וטובגו</translation>
    </message>
    <message>
        <source>Tunisia</source>
        <translation>תוניסיה</translation>
    </message>
    <message>
        <source>Turkey</source>
        <translation>טורקיה</translation>
    </message>
    <message>
        <source>Turkmenistan</source>
        <translation>טורקמניסטן</translation>
    </message>
    <message>
        <source>Turks &amp; Caicos Is</source>
        <translation>איי טורקס וקייקוס</translation>
    </message>
    <message>
        <source>Tuvalu</source>
        <translation>טובאלו</translation>
    </message>
    <message>
        <source>US minor outlying islands</source>
        <translation>האיים המרוחקים הקטנים של ארצות הברית</translation>
    </message>
    <message>
        <source>Uganda</source>
        <translation>אוגנדה</translation>
    </message>
    <message>
        <source>Ukraine</source>
        <translation>אוקראינה</translation>
    </message>
    <message>
        <source>United Arab Emirates</source>
        <translation>איחוד האמירויות הערביות</translation>
    </message>
    <message>
        <source>United States</source>
        <translation>ארצות הברית</translation>
    </message>
    <message>
        <source>Uruguay</source>
        <translation>אורוגוואי</translation>
    </message>
    <message>
        <source>Uzbekistan</source>
        <translation>אוזבקיסטן</translation>
    </message>
    <message>
        <source>Vanuatu</source>
        <translation>ונואטו</translation>
    </message>
    <message>
        <source>Vatican City</source>
        <translation>הוותיקן</translation>
    </message>
    <message>
        <source>Venezuela</source>
        <translation>ונצואלה</translation>
    </message>
    <message>
        <source>Vietnam</source>
        <translation>וייטנאם</translation>
    </message>
    <message>
        <source>Virgin Islands (UK)</source>
        <translation>איי הבתולה הבריטיים</translation>
    </message>
    <message>
        <source>Virgin Islands (US)</source>
        <translation>איי הבתולה האמריקאיים</translation>
    </message>
    <message>
        <source>Wallis &amp; Futuna</source>
        <translation>ואליס ופוטונה</translation>
    </message>
    <message>
        <source>Western Sahara</source>
        <translation>סהרה המערבית</translation>
    </message>
    <message>
        <source>Yemen</source>
        <translation>תימן</translation>
    </message>
    <message>
        <source>Zambia</source>
        <translation>זמביה</translation>
    </message>
    <message>
        <source>Zimbabwe</source>
        <translation>זימבבואה</translation>
    </message>
    <message>
        <source>Åland Islands</source>
        <translation>איי אולנד</translation>
    </message>
</context>
<context>
    <name>days</name>
    <message>
        <source>From {}</source>
        <translation>מ־{}</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>30 הימים האחרונים</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>7 הימים האחרונים</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>החודש שעבר</translation>
    </message>
    <message>
        <source>Next 7 days</source>
        <translation>7 הימים הבאים</translation>
    </message>
    <message>
        <source>Older than a year</source>
        <translation>לפני יותר משנה</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>החודש</translation>
    </message>
    <message>
        <source>This quarter</source>
        <translation>הרבעון</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>השנה</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>היום</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>מחר</translation>
    </message>
    <message>
        <source>Until {}</source>
        <translation>עד {}</translation>
    </message>
    <message>
        <source>{} ({})</source>
        <translation>{} ({})</translation>
    </message>
    <message>
        <source>{} – {}</source>
        <translation>{} – {}</translation>
    </message>
</context>
<context>
    <name>exposure_words</name>
    <message>
        <source>Exposed</source>
        <translation>בטיפול</translation>
    </message>
    <message>
        <source>Hidden: no longer worked on</source>
        <translation>הוסתרה: כבר לא בטיפול</translation>
    </message>
    <message>
        <source>Takes candidates again</source>
        <translation>מקבלת שוב מועמדים</translation>
    </message>
    <message>
        <source>Takes no candidates any more: {}</source>
        <translation>כבר אינה מקבלת מועמדים: {}</translation>
    </message>
    <message>
        <source>{}, by {}</source>
        <translation>{}, על ידי {}</translation>
    </message>
    <message>
        <source>{}. Acknowledged {} {}</source>
        <translation>{}. אושר {} {}</translation>
    </message>
    <message>
        <source>{}. {}</source>
        <translation>{}. {}</translation>
    </message>
</context>
<context>
    <name>feed_words</name>
    <message>
        <source>As before</source>
        <translation>ללא שינוי</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>השתנו</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>הושמטו</translation>
    </message>
    <message>
        <source>New</source>
        <translation>חדשות</translation>
    </message>
</context>
<context>
    <name>formats</name>
    <message>
        <source>d MMM</source>
        <translation>d &apos;ב&apos;MMM</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>d &apos;ב&apos;MMM yyyy</translation>
    </message>
    <message>
        <source>ddd d MMM yyyy</source>
        <translation>ddd d &apos;ב&apos;MMM yyyy</translation>
    </message>
    <message numerus="yes">
        <source>in {} days</source>
        <translation>
            <numerusform>בעוד יום</numerusform>
            <numerusform>בעוד {} ימים</numerusform>
        </translation>
    </message>
    <message>
        <source>just now</source>
        <translation>זה עתה</translation>
    </message>
    <message>
        <source>today {}</source>
        <translation>היום {}</translation>
    </message>
    <message>
        <source>tomorrow {}</source>
        <translation>מחר {}</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>אתמול</translation>
    </message>
    <message>
        <source>{} ({} UTC)</source>
        <translation>{} ({} UTC)</translation>
    </message>
    <message>
        <source>{} UTC</source>
        <translation>{} UTC</translation>
    </message>
    <message numerus="yes">
        <source>{} d</source>
        <translation>
            <numerusform>יום</numerusform>
            <numerusform>{} ימים</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{} days ago</source>
        <translation>
            <numerusform>לפני יום</numerusform>
            <numerusform>לפני {} ימים</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{} h</source>
        <translation>
            <numerusform>שעה</numerusform>
            <numerusform>{} שעות</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{} min</source>
        <translation>
            <numerusform>דקה</numerusform>
            <numerusform>{} דק׳</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{} min ago</source>
        <translation>
            <numerusform>לפני דקה</numerusform>
            <numerusform>לפני {} דק׳</numerusform>
        </translation>
    </message>
    <message>
        <source>{} min {} s</source>
        <translation>{} דק׳ {} שנ׳</translation>
    </message>
    <message>
        <source>{} s</source>
        <translation>{} שנ׳</translation>
    </message>
</context>
<context>
    <name>freshness</name>
    <message>
        <source>Connection</source>
        <translation>חיבור</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>נתונים</translation>
    </message>
    <message>
        <source>Setup</source>
        <translation>הקמה</translation>
    </message>
    <message>
        <source>System</source>
        <translation>מערכת</translation>
    </message>
</context>
<context>
    <name>job_words</name>
    <message>
        <source>By its address</source>
        <translation>לפי הכתובת</translation>
    </message>
    <message>
        <source>By its code</source>
        <translation>לפי הקוד</translation>
    </message>
    <message>
        <source>By its id</source>
        <translation>לפי המזהה</translation>
    </message>
    <message>
        <source>By its title: confirm</source>
        <translation>לפי השם: לאישור</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>קוד</translation>
    </message>
    <message>
        <source>Confirmed by a person</source>
        <translation>אושרה על ידי אדם</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>מחלקה</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>תיאור</translation>
    </message>
    <message>
        <source>Id in the ATS</source>
        <translation>מזהה במערכת הגיוס</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>מיקום</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>דף</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>מצב</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>שם</translation>
    </message>
    <message>
        <source>Your id</source>
        <translation>המזהה שלכם</translation>
    </message>
    <message>
        <source>another department ({theirs})</source>
        <translation>מחלקה אחרת ({theirs})</translation>
    </message>
    <message>
        <source>another level ({theirs})</source>
        <translation>דרג אחר ({theirs})</translation>
    </message>
    <message>
        <source>another place ({theirs})</source>
        <translation>מקום אחר ({theirs})</translation>
    </message>
    <message>
        <source>its code {theirs} is in the title</source>
        <translation>הקוד שלה {theirs} מופיע בשם</translation>
    </message>
    <message>
        <source>linked with another of your jobs</source>
        <translation>מקושרת למשרה אחרת שלכם</translation>
    </message>
    <message>
        <source>nearly the code {theirs}</source>
        <translation>כמעט הקוד {theirs}</translation>
    </message>
    <message>
        <source>not open</source>
        <translation>לא פתוחה</translation>
    </message>
    <message>
        <source>same address</source>
        <translation>אותה כתובת</translation>
    </message>
    <message>
        <source>same code</source>
        <translation>אותו קוד</translation>
    </message>
    <message>
        <source>same department</source>
        <translation>אותה מחלקה</translation>
    </message>
    <message>
        <source>same id</source>
        <translation>אותו מזהה</translation>
    </message>
    <message>
        <source>same level</source>
        <translation>אותו דרג</translation>
    </message>
    <message>
        <source>same place</source>
        <translation>אותו מקום</translation>
    </message>
    <message>
        <source>same title</source>
        <translation>אותו שם</translation>
    </message>
    <message>
        <source>the address names it</source>
        <translation>הכתובת מציינת אותה</translation>
    </message>
    <message>
        <source>title alike ({likeness} %)</source>
        <translation>שם דומה ({likeness} %)</translation>
    </message>
</context>
<context>
    <name>meetings</name>
    <message>
        <source>(no name)</source>
        <translation>(ללא שם)</translation>
    </message>
    <message>
        <source>Interview</source>
        <translation>ראיון</translation>
    </message>
    <message>
        <source>Offer</source>
        <translation>הצעת עבודה</translation>
    </message>
    <message>
        <source>Offer, version {}</source>
        <translation>הצעת עבודה, גרסה {}</translation>
    </message>
    <message>
        <source>feedback is due</source>
        <translation>ממתינים למשוב</translation>
    </message>
    <message>
        <source>feedback {}</source>
        <translation>משוב {}</translation>
    </message>
    <message>
        <source>resolved {}</source>
        <translation>הוכרעה {}</translation>
    </message>
    <message>
        <source>sent {}</source>
        <translation>נשלחה {}</translation>
    </message>
    <message>
        <source>starts {}</source>
        <translation>תחילת עבודה {}</translation>
    </message>
</context>
<context>
    <name>own_job_card</name>
    <message>
        <source>In the ATS</source>
        <translation>במערכת הגיוס</translation>
    </message>
    <message>
        <source>Own job</source>
        <translation>משרה שלכם</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>שונה</translation>
    </message>
</context>
<context>
    <name>submit</name>
    <message>
        <source>Add: {}</source>
        <translation>הוספה: {}</translation>
    </message>
    <message>
        <source>All together up to {}.</source>
        <translation>כולם יחד עד {}.</translation>
    </message>
    <message>
        <source>Choose for {}</source>
        <translation>בחירה עבור {}</translation>
    </message>
    <message>
        <source>Choose the day for {}</source>
        <translation>בחירת תאריך עבור {}</translation>
    </message>
    <message>
        <source>Each file up to {}.</source>
        <translation>כל קובץ עד {}.</translation>
    </message>
    <message>
        <source>No</source>
        <translation>לא</translation>
    </message>
    <message>
        <source>Required</source>
        <translation>חובה</translation>
    </message>
    <message>
        <source>Take this out: {}</source>
        <translation>להוציא את זה: {}</translation>
    </message>
    <message>
        <source>This is not JSON. It looks like {&quot;name&quot;: {&quot;field&quot;: &quot;value&quot;}}.</source>
        <translation>זה אינו JSON. הוא נראה כך: {&quot;name&quot;: {&quot;field&quot;: &quot;value&quot;}}.</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>כן</translation>
    </message>
</context>
<context>
    <name>tables</name>
    <message>
        <source>API key</source>
        <translation>מפתח API</translation>
    </message>
    <message>
        <source>ATS status</source>
        <translation>מצב במערכת הגיוס</translation>
    </message>
    <message>
        <source>Acceptance</source>
        <translation>אישור הגעה</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>חשבון</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>פעיל</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>כתובת</translation>
    </message>
    <message>
        <source>Address, room, phone number or meeting id.</source>
        <translation>כתובת, חדר, מספר טלפון או מזהה פגישה.</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>כתובות</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>מנהל/ת מערכת</translation>
    </message>
    <message>
        <source>Administrators</source>
        <translation>מנהלי מערכת</translation>
    </message>
    <message>
        <source>Age in days</source>
        <translation>גיל בימים</translation>
    </message>
    <message>
        <source>Agreed to be kept</source>
        <translation>הסכמה לשמירת הפרטים</translation>
    </message>
    <message>
        <source>All day on</source>
        <translation>יום שלם</translation>
    </message>
    <message>
        <source>Analytics applications</source>
        <translation>מועמדויות (אנליטיקה)</translation>
    </message>
    <message>
        <source>Analytics eeoc</source>
        <translation>שוויון הזדמנויות (אנליטיקה)</translation>
    </message>
    <message>
        <source>Analytics hiring team</source>
        <translation>צוותי גיוס (אנליטיקה)</translation>
    </message>
    <message>
        <source>Analytics job fields</source>
        <translation>שדות משרה (אנליטיקה)</translation>
    </message>
    <message>
        <source>Analytics jobs</source>
        <translation>משרות (אנליטיקה)</translation>
    </message>
    <message>
        <source>Analytics positions</source>
        <translation>תקנים (אנליטיקה)</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>תשובה</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>תשובות</translation>
    </message>
    <message>
        <source>Api interviews</source>
        <translation>ראיונות שנוצרו דרך ה־API</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>מועמדות</translation>
    </message>
    <message>
        <source>Application field values</source>
        <translation>ערכי שדות במועמדות</translation>
    </message>
    <message>
        <source>Application id</source>
        <translation>מזהה מועמדות</translation>
    </message>
    <message>
        <source>Application stage</source>
        <translation>שלב במועמדות</translation>
    </message>
    <message>
        <source>Application stages</source>
        <translation>שלבי מועמדויות</translation>
    </message>
    <message>
        <source>Application step</source>
        <translation>צעד במועמדות</translation>
    </message>
    <message>
        <source>Application uid</source>
        <translation>מזהה ייחודי למועמדות</translation>
    </message>
    <message>
        <source>Application values</source>
        <translation>ערכים במועמדות</translation>
    </message>
    <message>
        <source>Applications</source>
        <translation>מועמדויות</translation>
    </message>
    <message>
        <source>Applications (data service)</source>
        <translation>מועמדויות (שירות נתונים)</translation>
    </message>
    <message>
        <source>Applications that are neither hired nor rejected nor withdrawn.</source>
        <translation>מועמדויות שלא הסתיימו בגיוס, בדחייה או בהסרה.</translation>
    </message>
    <message>
        <source>Applied</source>
        <translation>הגשה</translation>
    </message>
    <message>
        <source>Applied candidate tags</source>
        <translation>תגיות שהוצמדו למועמדים</translation>
    </message>
    <message>
        <source>Applies to</source>
        <translation>חל על</translation>
    </message>
    <message>
        <source>As a prospect</source>
        <translation>כליד</translation>
    </message>
    <message>
        <source>Assignees</source>
        <translation>אחראים</translation>
    </message>
    <message>
        <source>Attachment</source>
        <translation>קובץ מצורף</translation>
    </message>
    <message>
        <source>Attachments</source>
        <translation>קבצים מצורפים</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>נכתב על ידי</translation>
    </message>
    <message>
        <source>Author id</source>
        <translation>מזהה הכותב/ת</translation>
    </message>
    <message>
        <source>Available from</source>
        <translation>פנוי/ה מתאריך</translation>
    </message>
    <message>
        <source>Average rating</source>
        <translation>דירוג ממוצע</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>רקע</translation>
    </message>
    <message>
        <source>Began</source>
        <translation>התחלה</translation>
    </message>
    <message>
        <source>Beginning by the clock of its own time zone.</source>
        <translation>שעת ההתחלה באזור הזמן של הראיון.</translation>
    </message>
    <message>
        <source>Blog</source>
        <translation>בלוג</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>תוכן</translation>
    </message>
    <message>
        <source>By id</source>
        <translation>מזהה המבצע/ת</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>לוח שנה</translation>
    </message>
    <message>
        <source>Candidate</source>
        <translation>מועמד/ת</translation>
    </message>
    <message>
        <source>Candidate details</source>
        <translation>פרטי מועמדים</translation>
    </message>
    <message>
        <source>Candidate educations</source>
        <translation>השכלת מועמדים</translation>
    </message>
    <message>
        <source>Candidate employments</source>
        <translation>תעסוקת מועמדים</translation>
    </message>
    <message>
        <source>Candidate field options</source>
        <translation>אפשרויות בשדות מועמדים</translation>
    </message>
    <message>
        <source>Candidate field values</source>
        <translation>ערכי שדות מועמדים</translation>
    </message>
    <message>
        <source>Candidate fields</source>
        <translation>שדות מועמדים</translation>
    </message>
    <message>
        <source>Candidate id</source>
        <translation>מזהה מועמד/ת</translation>
    </message>
    <message>
        <source>Candidate options</source>
        <translation>אפשרויות למועמדים</translation>
    </message>
    <message>
        <source>Candidate properties</source>
        <translation>מאפייני מועמדים</translation>
    </message>
    <message>
        <source>Candidate response</source>
        <translation>תשובת המועמד/ת</translation>
    </message>
    <message>
        <source>Candidate status</source>
        <translation>מצב המועמד/ת</translation>
    </message>
    <message>
        <source>Candidate tag</source>
        <translation>תגית מועמד/ת</translation>
    </message>
    <message>
        <source>Candidate tags</source>
        <translation>תגיות מועמדים</translation>
    </message>
    <message>
        <source>Candidate values</source>
        <translation>ערכים למועמדים</translation>
    </message>
    <message>
        <source>Candidate&apos;s answer</source>
        <translation>תשובת המועמד/ת</translation>
    </message>
    <message>
        <source>Candidates</source>
        <translation>מועמדים</translation>
    </message>
    <message>
        <source>Candidates and steps</source>
        <translation>מועמדים ושלבים</translation>
    </message>
    <message>
        <source>Careers page</source>
        <translation>דף המשרה</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>שינויים</translation>
    </message>
    <message>
        <source>Choices of custom fields</source>
        <translation>אפשרויות של שדות מותאמים</translation>
    </message>
    <message>
        <source>City</source>
        <translation>עיר</translation>
    </message>
    <message>
        <source>Client id</source>
        <translation>מזהה לקוח (client id)</translation>
    </message>
    <message>
        <source>Client secret</source>
        <translation>סוד לקוח (client secret)</translation>
    </message>
    <message>
        <source>Close reason</source>
        <translation>סיבת סגירה</translation>
    </message>
    <message>
        <source>Close reason id</source>
        <translation>מזהה סיבת סגירה</translation>
    </message>
    <message>
        <source>Close reasons</source>
        <translation>סיבות סגירה</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>נסגרה</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>קוד</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>חברה</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>השלמה</translation>
    </message>
    <message>
        <source>Confidential</source>
        <translation>חסויה</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>הסכמה</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>איש קשר</translation>
    </message>
    <message>
        <source>Contact id</source>
        <translation>מזהה איש קשר</translation>
    </message>
    <message>
        <source>Contacted</source>
        <translation>נוצר קשר</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>תוכן</translation>
    </message>
    <message>
        <source>Content type</source>
        <translation>סוג תוכן</translation>
    </message>
    <message>
        <source>Coordinator</source>
        <translation>רכז/ת גיוס</translation>
    </message>
    <message>
        <source>Coordinator id</source>
        <translation>מזהה רכז/ת</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>מדינה</translation>
    </message>
    <message>
        <source>Cover letter</source>
        <translation>מכתב מקדים</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>נוצר</translation>
    </message>
    <message>
        <source>Current</source>
        <translation>נוכחי</translation>
    </message>
    <message>
        <source>Custom field</source>
        <translation>שדה מותאם</translation>
    </message>
    <message>
        <source>Custom field options</source>
        <translation>אפשרויות שדות מותאמים</translation>
    </message>
    <message>
        <source>Custom fields</source>
        <translation>שדות מותאמים</translation>
    </message>
    <message>
        <source>Custom option</source>
        <translation>אפשרות מותאמת</translation>
    </message>
    <message>
        <source>Custom options</source>
        <translation>אפשרויות מותאמות</translation>
    </message>
    <message>
        <source>Custom value</source>
        <translation>ערך מותאם</translation>
    </message>
    <message>
        <source>Custom values</source>
        <translation>ערכים מותאמים</translation>
    </message>
    <message>
        <source>Days from entering the step until it was completed; else until now, or until the application ended.</source>
        <translation>ימים מהכניסה לשלב ועד השלמתו; אם לא הושלם – עד עכשיו, או עד סיום המועמדות.</translation>
    </message>
    <message>
        <source>Days from its opening until it was closed, or until now; from its creation where the ATS tells no opening.</source>
        <translation>ימים מפתיחת המשרה ועד סגירתה או עד עכשיו; אם מועד הפתיחה אינו ידוע – מיום יצירתה.</translation>
    </message>
    <message>
        <source>Days in step</source>
        <translation>ימים בשלב</translation>
    </message>
    <message>
        <source>Days that the step may take before it counts as stuck.</source>
        <translation>כמה ימים השלב רשאי להימשך לפני שייחשב תקוע.</translation>
    </message>
    <message>
        <source>Degree</source>
        <translation>תואר</translation>
    </message>
    <message>
        <source>Degree id</source>
        <translation>מזהה תואר</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>נמחק</translation>
    </message>
    <message>
        <source>Deleted candidates</source>
        <translation>מועמדים שנמחקו</translation>
    </message>
    <message>
        <source>Deleted job posts</source>
        <translation>פרסומים שנמחקו</translation>
    </message>
    <message>
        <source>Demographic</source>
        <translation>נתון דמוגרפי</translation>
    </message>
    <message>
        <source>Demographic answers</source>
        <translation>תשובות דמוגרפיות</translation>
    </message>
    <message>
        <source>Demographics</source>
        <translation>נתונים דמוגרפיים</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>מחלקה</translation>
    </message>
    <message>
        <source>Department id</source>
        <translation>מזהה מחלקה</translation>
    </message>
    <message>
        <source>Department.</source>
        <translation>מחלקה.</translation>
    </message>
    <message>
        <source>Departments</source>
        <translation>מחלקות</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>תיאור</translation>
    </message>
    <message>
        <source>Disability status</source>
        <translation>מוגבלות</translation>
    </message>
    <message>
        <source>Discipline</source>
        <translation>תחום לימוד</translation>
    </message>
    <message>
        <source>Discipline id</source>
        <translation>מזהה תחום לימוד</translation>
    </message>
    <message>
        <source>Do not contact</source>
        <translation>לא ליצור קשר</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>דוא״ל</translation>
    </message>
    <message>
        <source>E-mail address.</source>
        <translation>כתובת דוא״ל.</translation>
    </message>
    <message>
        <source>Education</source>
        <translation>השכלה</translation>
    </message>
    <message>
        <source>Educations</source>
        <translation>השכלה</translation>
    </message>
    <message>
        <source>Eeoc</source>
        <translation>שוויון הזדמנויות</translation>
    </message>
    <message>
        <source>Employee id</source>
        <translation>מזהה עובד/ת</translation>
    </message>
    <message>
        <source>Employment</source>
        <translation>סוג העסקה</translation>
    </message>
    <message>
        <source>Employment type</source>
        <translation>סוג העסקה</translation>
    </message>
    <message>
        <source>Employments</source>
        <translation>תעסוקה</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>סיום</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>סיום</translation>
    </message>
    <message>
        <source>Ends local</source>
        <translation>סיום בשעון מקומי</translation>
    </message>
    <message>
        <source>Entered</source>
        <translation>כניסה</translation>
    </message>
    <message>
        <source>Equal opportunity answers</source>
        <translation>תשובות לשאלון שוויון הזדמנויות</translation>
    </message>
    <message>
        <source>Equal opportunity answers (data service)</source>
        <translation>שוויון הזדמנויות (שירות נתונים)</translation>
    </message>
    <message>
        <source>Event hours</source>
        <translation>שעות אירוע</translation>
    </message>
    <message>
        <source>Event id</source>
        <translation>מזהה אירוע</translation>
    </message>
    <message>
        <source>Everyone who sees the candidate</source>
        <translation>כל מי שרואה את המועמד/ת</translation>
    </message>
    <message>
        <source>Experience</source>
        <translation>ניסיון</translation>
    </message>
    <message>
        <source>Experience level</source>
        <translation>רמת ניסיון</translation>
    </message>
    <message>
        <source>Exposed</source>
        <translation>בטיפול</translation>
    </message>
    <message>
        <source>Exposures</source>
        <translation>משרות בטיפול</translation>
    </message>
    <message>
        <source>Facebook</source>
        <translation>פייסבוק</translation>
    </message>
    <message>
        <source>Feedback</source>
        <translation>משוב</translation>
    </message>
    <message>
        <source>Feedback given</source>
        <translation>משוב ניתן</translation>
    </message>
    <message>
        <source>Feedback hours</source>
        <translation>שעות עד משוב</translation>
    </message>
    <message>
        <source>Female</source>
        <translation>נקבה</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>שדה</translation>
    </message>
    <message>
        <source>Field id</source>
        <translation>מזהה שדה</translation>
    </message>
    <message>
        <source>Fields of the system behind Kombo</source>
        <translation>שדות של המערכת שמאחורי Kombo</translation>
    </message>
    <message>
        <source>File</source>
        <translation>קובץ</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>קבצים</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>יום ראשון</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>שם פרטי</translation>
    </message>
    <message>
        <source>First seen</source>
        <translation>נראה לראשונה</translation>
    </message>
    <message>
        <source>First stage</source>
        <translation>שלב ראשון</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>שם מלא</translation>
    </message>
    <message>
        <source>Full name as shown.</source>
        <translation>שם מלא כפי שמוצג.</translation>
    </message>
    <message>
        <source>Gender</source>
        <translation>מגדר</translation>
    </message>
    <message>
        <source>Hired</source>
        <translation>גיוסים</translation>
    </message>
    <message>
        <source>Hired application id</source>
        <translation>מזהה המועמדות שגויסה</translation>
    </message>
    <message>
        <source>Hiring manager</source>
        <translation>מנהל/ת מגייס/ת</translation>
    </message>
    <message>
        <source>Hiring manager.</source>
        <translation>מנהל/ת מגייס/ת.</translation>
    </message>
    <message>
        <source>Hiring managers</source>
        <translation>מנהלים מגייסים</translation>
    </message>
    <message>
        <source>Hiring team</source>
        <translation>צוות גיוס</translation>
    </message>
    <message>
        <source>Hiring teams</source>
        <translation>צוותי גיוס</translation>
    </message>
    <message>
        <source>Hiring teams (data service)</source>
        <translation>צוותי גיוס (שירות נתונים)</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>בית</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>שעות</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>מזהה</translation>
    </message>
    <message>
        <source>In process</source>
        <translation>בתהליך</translation>
    </message>
    <message>
        <source>In stage since</source>
        <translation>בשלב מאז</translation>
    </message>
    <message>
        <source>Integration ID</source>
        <translation>מזהה חיבור (integration ID)</translation>
    </message>
    <message>
        <source>Interested</source>
        <translation>מעוניין/ת</translation>
    </message>
    <message>
        <source>Internal</source>
        <translation>פנימי</translation>
    </message>
    <message>
        <source>Internal name</source>
        <translation>שם פנימי</translation>
    </message>
    <message>
        <source>Interview</source>
        <translation>ראיון</translation>
    </message>
    <message>
        <source>Interview id</source>
        <translation>מזהה ראיון</translation>
    </message>
    <message>
        <source>Interviewed</source>
        <translation>רואיין/ה</translation>
    </message>
    <message>
        <source>Interviewer</source>
        <translation>מראיין/ת</translation>
    </message>
    <message>
        <source>Interviewer id</source>
        <translation>מזהה מראיין/ת</translation>
    </message>
    <message>
        <source>Interviewers</source>
        <translation>מראיינים</translation>
    </message>
    <message>
        <source>Interviews</source>
        <translation>ראיונות</translation>
    </message>
    <message>
        <source>Interviews made through the API</source>
        <translation>ראיונות שנוצרו דרך ה־API</translation>
    </message>
    <message>
        <source>Its own time zone.</source>
        <translation>אזור הזמן של הראיון.</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>משרה</translation>
    </message>
    <message>
        <source>Job details</source>
        <translation>פרטי משרות</translation>
    </message>
    <message>
        <source>Job field options</source>
        <translation>אפשרויות בשדות משרה</translation>
    </message>
    <message>
        <source>Job fields</source>
        <translation>שדות משרה</translation>
    </message>
    <message>
        <source>Job fields (data service)</source>
        <translation>שדות משרה (שירות נתונים)</translation>
    </message>
    <message>
        <source>Job hiring managers</source>
        <translation>מנהלים מגייסים במשרות</translation>
    </message>
    <message>
        <source>Job id</source>
        <translation>מזהה משרה</translation>
    </message>
    <message>
        <source>Job interview stages</source>
        <translation>שלבי ראיונות במשרות</translation>
    </message>
    <message>
        <source>Job matches</source>
        <translation>קישורי משרות</translation>
    </message>
    <message>
        <source>Job options</source>
        <translation>אפשרויות למשרה</translation>
    </message>
    <message>
        <source>Job owners</source>
        <translation>אחראים על משרות</translation>
    </message>
    <message>
        <source>Job post</source>
        <translation>פרסום משרה</translation>
    </message>
    <message>
        <source>Job post id</source>
        <translation>מזהה פרסום</translation>
    </message>
    <message>
        <source>Job posts</source>
        <translation>פרסומי משרות</translation>
    </message>
    <message>
        <source>Job properties</source>
        <translation>מאפייני משרות</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>משרות</translation>
    </message>
    <message>
        <source>Jobs (data service)</source>
        <translation>משרות (שירות נתונים)</translation>
    </message>
    <message>
        <source>Jobs they may fit</source>
        <translation>משרות שאולי מתאימות</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>מפתח</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>סוג</translation>
    </message>
    <message>
        <source>Kind of e-mail</source>
        <translation>סוג הדוא״ל</translation>
    </message>
    <message>
        <source>Kind of phone</source>
        <translation>סוג הטלפון</translation>
    </message>
    <message>
        <source>Kind of source</source>
        <translation>סוג המקור</translation>
    </message>
    <message>
        <source>Kind of stage in the ATS&apos;s word.</source>
        <translation>סוג השלב בלשון מערכת הגיוס.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>שפה</translation>
    </message>
    <message>
        <source>Last activity</source>
        <translation>פעילות אחרונה</translation>
    </message>
    <message>
        <source>Last changed</source>
        <translation>שינוי אחרון</translation>
    </message>
    <message>
        <source>Last name</source>
        <translation>שם משפחה</translation>
    </message>
    <message>
        <source>Latest</source>
        <translation>האחרון</translation>
    </message>
    <message>
        <source>Lead recruiter.</source>
        <translation>מגייס/ת מוביל/ה.</translation>
    </message>
    <message>
        <source>Length in hours.</source>
        <translation>משך בשעות.</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>מגבלה</translation>
    </message>
    <message>
        <source>LinkedIn</source>
        <translation>LinkedIn</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>קישורים</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>באוויר</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>מיקום</translation>
    </message>
    <message>
        <source>Location as shown.</source>
        <translation>מיקום כפי שמוצג.</translation>
    </message>
    <message>
        <source>Major</source>
        <translation>התמחות</translation>
    </message>
    <message>
        <source>Male</source>
        <translation>זכר</translation>
    </message>
    <message>
        <source>May be mailed</source>
        <translation>מותר לשלוח דוא״ל</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>חבר/ת צוות</translation>
    </message>
    <message>
        <source>Middle name</source>
        <translation>שם אמצעי</translation>
    </message>
    <message>
        <source>Mobile</source>
        <translation>נייד</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>חודש</translation>
    </message>
    <message>
        <source>More</source>
        <translation>עוד</translation>
    </message>
    <message>
        <source>More e-mail addresses</source>
        <translation>כתובות דוא״ל נוספות</translation>
    </message>
    <message>
        <source>More phone numbers</source>
        <translation>מספרי טלפון נוספים</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>שם</translation>
    </message>
    <message>
        <source>Name of the interviewer.</source>
        <translation>שם המראיין/ת.</translation>
    </message>
    <message>
        <source>Name of the source.</source>
        <translation>שם המקור.</translation>
    </message>
    <message>
        <source>Name of the stage the application is in now.</source>
        <translation>שם השלב שבו נמצאת המועמדות כעת.</translation>
    </message>
    <message>
        <source>Name of the stage.</source>
        <translation>שם השלב.</translation>
    </message>
    <message>
        <source>National id</source>
        <translation>מספר זהות</translation>
    </message>
    <message>
        <source>Not interested</source>
        <translation>לא מעוניין/ת</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>הערה</translation>
    </message>
    <message>
        <source>Note id</source>
        <translation>מזהה הערה</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>הערות</translation>
    </message>
    <message>
        <source>Offer</source>
        <translation>הצעת עבודה</translation>
    </message>
    <message>
        <source>Offers</source>
        <translation>הצעות עבודה</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>משרד</translation>
    </message>
    <message>
        <source>Office id</source>
        <translation>מזהה משרד</translation>
    </message>
    <message>
        <source>Offices</source>
        <translation>משרדים</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>פתוח</translation>
    </message>
    <message>
        <source>Open seats</source>
        <translation>תקנים פתוחים</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>נפתחה</translation>
    </message>
    <message>
        <source>Opening</source>
        <translation>תקן</translation>
    </message>
    <message>
        <source>Opening id</source>
        <translation>מזהה תקן</translation>
    </message>
    <message>
        <source>Openings</source>
        <translation>תקנים</translation>
    </message>
    <message>
        <source>Openings that are not filled yet, where the ATS tells.</source>
        <translation>תקנים שטרם אוישו, אם מערכת הגיוס מציינת זאת.</translation>
    </message>
    <message>
        <source>Option</source>
        <translation>אפשרות</translation>
    </message>
    <message>
        <source>Option id</source>
        <translation>מזהה אפשרות</translation>
    </message>
    <message>
        <source>Organizer</source>
        <translation>מארגן/ת</translation>
    </message>
    <message>
        <source>Organizer id</source>
        <translation>מזהה מארגן/ת</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>מוצא הנתון</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>אחר</translation>
    </message>
    <message>
        <source>Other contacts</source>
        <translation>דרכי קשר נוספות</translation>
    </message>
    <message>
        <source>Other files</source>
        <translation>קבצים אחרים</translation>
    </message>
    <message>
        <source>Other systems</source>
        <translation>מערכות אחרות</translation>
    </message>
    <message>
        <source>Own jobs</source>
        <translation>המשרות שלכם</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>אחראי/ת</translation>
    </message>
    <message>
        <source>Owner id</source>
        <translation>מזהה אחראי/ת</translation>
    </message>
    <message>
        <source>Page in the ATS</source>
        <translation>דף במערכת הגיוס</translation>
    </message>
    <message>
        <source>Parent id</source>
        <translation>מזהה אב</translation>
    </message>
    <message>
        <source>Per</source>
        <translation>לכל</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>אדם</translation>
    </message>
    <message>
        <source>Personal</source>
        <translation>אישי</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>טלפון</translation>
    </message>
    <message>
        <source>Phone number.</source>
        <translation>מספר טלפון.</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>תמונה</translation>
    </message>
    <message>
        <source>Pool</source>
        <translation>מאגר</translation>
    </message>
    <message>
        <source>Pool id</source>
        <translation>מזהה מאגר</translation>
    </message>
    <message>
        <source>Pool stage id</source>
        <translation>מזהה שלב במאגר</translation>
    </message>
    <message>
        <source>Portfolio</source>
        <translation>תיק עבודות</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>מקום בסדר</translation>
    </message>
    <message>
        <source>Positions</source>
        <translation>משרות</translation>
    </message>
    <message>
        <source>Positions (data service)</source>
        <translation>תקנים (שירות נתונים)</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>פרסום</translation>
    </message>
    <message>
        <source>Postal code</source>
        <translation>מיקוד</translation>
    </message>
    <message>
        <source>Preferred name</source>
        <translation>שם מועדף</translation>
    </message>
    <message>
        <source>Private</source>
        <translation>פרטי</translation>
    </message>
    <message>
        <source>Prospect</source>
        <translation>ליד</translation>
    </message>
    <message>
        <source>Prospect details</source>
        <translation>פרטי לידים</translation>
    </message>
    <message>
        <source>Prospect pool</source>
        <translation>מאגר לידים</translation>
    </message>
    <message>
        <source>Prospect pool stage</source>
        <translation>שלב במאגר לידים</translation>
    </message>
    <message>
        <source>Prospect pool stages</source>
        <translation>שלבים במאגרי לידים</translation>
    </message>
    <message>
        <source>Prospect pools</source>
        <translation>מאגרי לידים</translation>
    </message>
    <message>
        <source>Prospect status</source>
        <translation>מצב הליד</translation>
    </message>
    <message>
        <source>Prospects</source>
        <translation>לידים</translation>
    </message>
    <message>
        <source>Publishable</source>
        <translation>ניתנת לפרסום</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>פורסם</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>שאלה</translation>
    </message>
    <message>
        <source>Question id</source>
        <translation>מזהה שאלה</translation>
    </message>
    <message>
        <source>Race</source>
        <translation>מוצא</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>דירוג</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>סיבה</translation>
    </message>
    <message>
        <source>Reason id</source>
        <translation>מזהה סיבה</translation>
    </message>
    <message>
        <source>Recruiter</source>
        <translation>מגייס/ת</translation>
    </message>
    <message>
        <source>Recruiter id</source>
        <translation>מזהה מגייס/ת</translation>
    </message>
    <message>
        <source>Referrer</source>
        <translation>ממליץ/ה</translation>
    </message>
    <message>
        <source>Referrers</source>
        <translation>ממליצים</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>אזור</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>נדחו</translation>
    </message>
    <message>
        <source>Rejection</source>
        <translation>דחייה</translation>
    </message>
    <message>
        <source>Rejection details</source>
        <translation>פרטי דחיות</translation>
    </message>
    <message>
        <source>Rejection reason</source>
        <translation>סיבת דחייה</translation>
    </message>
    <message>
        <source>Rejection reasons</source>
        <translation>סיבות דחייה</translation>
    </message>
    <message>
        <source>Rejections</source>
        <translation>דחיות</translation>
    </message>
    <message>
        <source>Required</source>
        <translation>חובה</translation>
    </message>
    <message>
        <source>Requisition code.</source>
        <translation>קוד המשרה.</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>הוכרע</translation>
    </message>
    <message>
        <source>Responded</source>
        <translation>השיב/ה</translation>
    </message>
    <message>
        <source>Responsible</source>
        <translation>אחראי/ת</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>קורות חיים</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>חוות דעת</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>תפקיד</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>חדר</translation>
    </message>
    <message>
        <source>Row id</source>
        <translation>מזהה שורה</translation>
    </message>
    <message>
        <source>Salary currency</source>
        <translation>מטבע השכר</translation>
    </message>
    <message>
        <source>Salary expectations</source>
        <translation>ציפיות שכר</translation>
    </message>
    <message>
        <source>Salary expected</source>
        <translation>שכר מבוקש</translation>
    </message>
    <message>
        <source>Salary max</source>
        <translation>שכר מרבי</translation>
    </message>
    <message>
        <source>Salary min</source>
        <translation>שכר מזערי</translation>
    </message>
    <message>
        <source>Salary period</source>
        <translation>תקופת השכר</translation>
    </message>
    <message>
        <source>Scheduled</source>
        <translation>מועד מתוכנן</translation>
    </message>
    <message>
        <source>School</source>
        <translation>מוסד לימודים</translation>
    </message>
    <message>
        <source>School id</source>
        <translation>מזהה מוסד</translation>
    </message>
    <message>
        <source>Scorecard</source>
        <translation>כרטיס הערכה</translation>
    </message>
    <message>
        <source>Scorecard id</source>
        <translation>מזהה כרטיס הערכה</translation>
    </message>
    <message>
        <source>Scorecards</source>
        <translation>כרטיסי הערכה</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>סוד</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>נשלחה</translation>
    </message>
    <message>
        <source>Service account</source>
        <translation>חשבון שירות</translation>
    </message>
    <message>
        <source>Shown on the careers page.</source>
        <translation>מוצגת בדף המשרות.</translation>
    </message>
    <message>
        <source>Skype</source>
        <translation>סקייפ</translation>
    </message>
    <message>
        <source>Social media</source>
        <translation>רשתות חברתיות</translation>
    </message>
    <message>
        <source>Somebody chose it to be worked on. A click or the space bar chooses it, or gives it up.</source>
        <translation>מישהו בחר לטפל בה. לחיצה או מקש הרווח בוחרים בה או מוותרים עליה.</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>מקור</translation>
    </message>
    <message>
        <source>Source contact</source>
        <translation>איש קשר במקור</translation>
    </message>
    <message>
        <source>Source contact id</source>
        <translation>מזהה איש קשר במקור</translation>
    </message>
    <message>
        <source>Source contacts</source>
        <translation>אנשי קשר במקורות</translation>
    </message>
    <message>
        <source>Source id</source>
        <translation>מזהה מקור</translation>
    </message>
    <message>
        <source>Sourced</source>
        <translation>אותר/ה</translation>
    </message>
    <message>
        <source>Sourced by</source>
        <translation>אותר/ה על ידי</translation>
    </message>
    <message>
        <source>Sourcer</source>
        <translation>מאתר/ת מועמדים</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>מקורות</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>שלב בתהליך</translation>
    </message>
    <message>
        <source>Stage entered</source>
        <translation>כניסה לשלב</translation>
    </message>
    <message>
        <source>Stage id</source>
        <translation>מזהה שלב</translation>
    </message>
    <message>
        <source>Stage in the pool</source>
        <translation>שלב במאגר</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>שלבי התהליך</translation>
    </message>
    <message>
        <source>Stages of prospect pools</source>
        <translation>שלבים במאגרי לידים</translation>
    </message>
    <message>
        <source>Standing in one vocabulary: active, on_hold, hired, rejected, withdrawn, transferred, unknown.</source>
        <translation>המצב באוצר מילים אחיד: פעיל, בהמתנה, גויס/ה, נדחה, פרש/ה, הועבר/ה, לא ידוע.</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>התחלה</translation>
    </message>
    <message>
        <source>Starts</source>
        <translation>התחלה</translation>
    </message>
    <message>
        <source>Starts local</source>
        <translation>התחלה בשעון מקומי</translation>
    </message>
    <message>
        <source>Starts there</source>
        <translation>התחלה שם</translation>
    </message>
    <message>
        <source>State</source>
        <translation>מצב</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>מצב</translation>
    </message>
    <message>
        <source>Status changed</source>
        <translation>שינוי מצב</translation>
    </message>
    <message>
        <source>Status histories</source>
        <translation>היסטוריית מצבים</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>שלב</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>שלבים</translation>
    </message>
    <message>
        <source>Still so</source>
        <translation>עד היום</translation>
    </message>
    <message>
        <source>Street</source>
        <translation>רחוב</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>נושא</translation>
    </message>
    <message>
        <source>Submitted</source>
        <translation>הוגש</translation>
    </message>
    <message>
        <source>Submitter id</source>
        <translation>מזהה המגיש/ה</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>תגית</translation>
    </message>
    <message>
        <source>Tag id</source>
        <translation>מזהה תגית</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>תגיות</translation>
    </message>
    <message>
        <source>Tags of candidates</source>
        <translation>תגיות של מועמדים</translation>
    </message>
    <message>
        <source>Talent pool</source>
        <translation>מאגר מועמדים</translation>
    </message>
    <message>
        <source>Target start</source>
        <translation>תחילה מתוכננת</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>תבנית</translation>
    </message>
    <message>
        <source>The account the row came from.</source>
        <translation>החשבון שממנו הגיעה השורה.</translation>
    </message>
    <message>
        <source>The hiring team</source>
        <translation>צוות הגיוס</translation>
    </message>
    <message>
        <source>The recruiter of the application; where the ATS names none, that of the job.</source>
        <translation>המגייס/ת של המועמדות; כשה־ATS אינו מציין, המגייס/ת של המשרה.</translation>
    </message>
    <message>
        <source>The verdict.</source>
        <translation>חוות הדעת המסכמת.</translation>
    </message>
    <message>
        <source>Timezone</source>
        <translation>אזור זמן</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>תפקיד</translation>
    </message>
    <message>
        <source>Title of the interview.</source>
        <translation>כותרת הראיון.</translation>
    </message>
    <message>
        <source>Title of the job.</source>
        <translation>שם המשרה.</translation>
    </message>
    <message>
        <source>Twitter</source>
        <translation>טוויטר</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>סוג</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>עד</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>עודכן</translation>
    </message>
    <message>
        <source>User</source>
        <translation>משתמש/ת</translation>
    </message>
    <message>
        <source>User id</source>
        <translation>מזהה משתמש/ת</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>משתמשים</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>ערך</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>גרסה</translation>
    </message>
    <message>
        <source>Veteran status</source>
        <translation>שירות צבאי</translation>
    </message>
    <message>
        <source>Video call</source>
        <translation>שיחת וידאו</translation>
    </message>
    <message>
        <source>Visibility</source>
        <translation>נראות</translation>
    </message>
    <message>
        <source>Website</source>
        <translation>אתר אינטרנט</translation>
    </message>
    <message>
        <source>Websites</source>
        <translation>אתרים</translation>
    </message>
    <message>
        <source>When</source>
        <translation>מתי</translation>
    </message>
    <message>
        <source>When it begins.</source>
        <translation>מתי מתחיל.</translation>
    </message>
    <message>
        <source>When it was completed.</source>
        <translation>מתי הושלם.</translation>
    </message>
    <message>
        <source>When it was created in the ATS.</source>
        <translation>מתי נוצר במערכת הגיוס.</translation>
    </message>
    <message>
        <source>When it was opened; when it was created where the ATS tells no opening.</source>
        <translation>מתי נפתחה; כשמערכת הגיוס אינה מוסרת מועד פתיחה, מתי נוצרה.</translation>
    </message>
    <message>
        <source>When its meeting is planned.</source>
        <translation>מתי נקבעה הפגישה.</translation>
    </message>
    <message>
        <source>When the feedback was given.</source>
        <translation>מתי ניתן המשוב.</translation>
    </message>
    <message>
        <source>When the present stage was entered (derived; see steps.entered_at).</source>
        <translation>מתי נכנסה המועמדות לשלב הנוכחי (נגזר; ראו steps.entered_at).</translation>
    </message>
    <message>
        <source>When the standing last changed.</source>
        <translation>מתי השתנה המצב לאחרונה.</translation>
    </message>
    <message>
        <source>When the step began; where the ATS does not say, when the one before it ended.</source>
        <translation>מתי התחיל השלב; אם מערכת הגיוס אינה מציינת – מתי הסתיים השלב שלפניו.</translation>
    </message>
    <message>
        <source>Whether it is open and publishable, by its status and by who may see it, or why it is not.</source>
        <translation>האם היא פתוחה וניתנת לפרסום, לפי מצבה ולפי מי רשאי לראות אותה, או מדוע לא.</translation>
    </message>
    <message>
        <source>Whether the interview is still to come, or was canceled.</source>
        <translation>האם הראיון עוד לפנינו, או שבוטל.</translation>
    </message>
    <message>
        <source>Whether the interviewer has given feedback, or it is overdue: the interview is over.</source>
        <translation>האם המראיין/ת נתן/ה משוב, או שהמשוב באיחור: הראיון כבר התקיים.</translation>
    </message>
    <message>
        <source>Who is to act, by name.</source>
        <translation>מי צריך לפעול, לפי שם.</translation>
    </message>
    <message>
        <source>Who may read it</source>
        <translation>מי רשאי לקרוא</translation>
    </message>
    <message>
        <source>Withdrawal reasons</source>
        <translation>סיבות הסרת מועמדות</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>ניסיון תעסוקתי</translation>
    </message>
    <message>
        <source>Workplace type</source>
        <translation>צורת עבודה</translation>
    </message>
    <message>
        <source>Works for the company</source>
        <translation>עובד/ת בחברה</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>שנה</translation>
    </message>
    <message>
        <source>completed, current or future.</source>
        <translation>הושלם, נוכחי או עתידי.</translation>
    </message>
    <message>
        <source>open, on_hold, closed, draft or unknown.</source>
        <translation>פתוחה, בהמתנה, סגורה, טיוטה או לא ידוע.</translation>
    </message>
    <message>
        <source>pending, tentative, accepted or declined.</source>
        <translation>ממתין לתשובה, אולי, אושר או סירוב.</translation>
    </message>
</context>
<context>
    <name>told</name>
    <message>
        <source>&quot;{header}&quot; has letters of a wrong encoding: {value}.</source>
        <translation>ב&quot;{header}&quot; יש אותיות בקידוד שגוי: {value}.</translation>
    </message>
    <message>
        <source>&quot;{header}&quot; is a formula, and its result is not in the file: open and save it in Excel.</source>
        <translation>‏&quot;{header}&quot; היא נוסחה, והתוצאה שלה אינה בקובץ: יש לפתוח ולשמור אותו ב־Excel.</translation>
    </message>
    <message>
        <source>&quot;{header}&quot; is an error of the spreadsheet: {value}.</source>
        <translation>‏&quot;{header}&quot; היא שגיאה של הגיליון: {value}.</translation>
    </message>
    <message>
        <source>&quot;{header}&quot; is merged with the cell of row {other}: it was taken from there.</source>
        <translation>‏&quot;{header}&quot; ממוזג עם התא של שורה {other}: הערך נלקח משם.</translation>
    </message>
    <message>
        <source>&quot;{header}&quot; is no address and is left out: {value}.</source>
        <translation>‏&quot;{header}&quot; אינה כתובת ולכן הושמטה: {value}.</translation>
    </message>
    <message>
        <source>&quot;{what}&quot; are switched off in Kombo&apos;s scope config.</source>
        <translation>‏&quot;{what}&quot; כבויים בהגדרות ההיקף (scope config) של Kombo.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; and &quot;{}&quot; both stand for {}.</source>
        <translation>גם &quot;{}&quot; וגם &quot;{}&quot; מייצגות את {}.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; cannot be &quot;{}&quot;.</source>
        <translation>‏&quot;{}&quot; אינו יכול להיות &quot;{}&quot;.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; cannot be a profile&apos;s name.</source>
        <translation>‏&quot;{}&quot; אינו יכול לשמש כשם של פרופיל.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; cannot be a schema: lower case letters, digits and _ only.</source>
        <translation>&quot;{}&quot; אינו יכול להיות שם של סכמה: רק אותיות לטיניות קטנות, ספרות ו־_.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; cannot be an account&apos;s name.</source>
        <translation>‏&quot;{}&quot; אינו יכול לשמש כשם של חשבון.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; cannot be set in the address.</source>
        <translation>אי אפשר לקבוע את &quot;{}&quot; בכתובת.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; could not be read at the last sync ({}).</source>
        <translation>לא ניתן היה לקרוא את &quot;{}&quot; בסנכרון האחרון ({}).</translation>
    </message>
    <message>
        <source>&quot;{}&quot; does not tell its country.</source>
        <translation>‏&quot;{}&quot; אינו מציין את המדינה.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is an empty list.</source>
        <translation>הרשימה &quot;{}&quot; ריקה.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is being synced already.</source>
        <translation>‏&quot;{}&quot; כבר מסתנכרן.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is mapped to &quot;{}&quot;, which is no column.</source>
        <translation>‏&quot;{}&quot; מופה אל &quot;{}&quot;, שאינה עמודה.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is mapped to &quot;{}&quot;, which is no field.</source>
        <translation>‏&quot;{}&quot; מופה אל &quot;{}&quot;, שאינו שדה.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is neither yes nor no.</source>
        <translation>‏&quot;{}&quot; אינו כן ואינו לא.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is no way to resolve it.</source>
        <translation>‏&quot;{}&quot; אינה דרך ליישב זאת.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is not a LinkedIn profile.</source>
        <translation>‏&quot;{}&quot; אינו פרופיל LinkedIn.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is not a country.</source>
        <translation>‏&quot;{}&quot; אינה מדינה.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is not a database that can be published to; it has to be one of: {}.</source>
        <translation>&quot;{}&quot; אינו מסד נתונים שאפשר לפרסם אליו; האפשרויות הן: {}.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is not a day.</source>
        <translation>‏&quot;{}&quot; אינו תאריך.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is not a number.</source>
        <translation>‏&quot;{}&quot; אינו מספר.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is not a phone number.</source>
        <translation>‏&quot;{}&quot; אינו מספר טלפון.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is not a web address.</source>
        <translation>‏&quot;{}&quot; אינה כתובת אינטרנט.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is not a year or month.</source>
        <translation>‏&quot;{}&quot; אינו שנה או חודש.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is not an address.</source>
        <translation>‏&quot;{}&quot; אינה כתובת.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is not an e-mail address.</source>
        <translation>‏&quot;{}&quot; אינה כתובת דוא״ל.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is not to be had now.</source>
        <translation>אי אפשר לקבל את &quot;{}&quot; כעת.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is on LinkedIn, but is no profile.</source>
        <translation>‏&quot;{}&quot; נמצא ב־LinkedIn, אבל אינו פרופיל.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is the name of {} choices: give the id.</source>
        <translation>‏&quot;{}&quot; הוא שם של {} אפשרויות: יש לתת את המזהה.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; is the name of {} jobs.</source>
        <translation>‏&quot;{}&quot; הוא שם של {} משרות.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; may be a slip of the pen.</source>
        <translation>ייתכן שב&quot;{}&quot; נפלה טעות הקלדה.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; should be {}, but it is {}.</source>
        <translation>‏&quot;{}&quot; אמור להיות {}, אבל הוא {}.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; takes no candidates.</source>
        <translation>‏&quot;{}&quot; אינה מקבלת מועמדים.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; was left blank; correct it in Greenhouse.</source>
        <translation>‏&quot;{}&quot; נשאר ריק; יש לתקן ב־Greenhouse.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; was left blank; correct it in the ATS or the file.</source>
        <translation>‏&quot;{}&quot; נשאר ריק; יש לתקן במערכת הגיוס או בקובץ.</translation>
    </message>
    <message>
        <source>&quot;{}&quot; was left blank; correct it in the ATS.</source>
        <translation>‏&quot;{}&quot; נשאר ריק; יש לתקן במערכת הגיוס.</translation>
    </message>
    <message>
        <source>A candidate was not sent.</source>
        <translation>מועמד/ת לא נשלח/ה.</translation>
    </message>
    <message>
        <source>A column without a header has cells: it is called &quot;{header}&quot;.</source>
        <translation>בעמודה ללא כותרת יש תאים: היא נקראת &quot;{header}&quot;.</translation>
    </message>
    <message>
        <source>A file answers a question that the job does not ask.</source>
        <translation>קובץ עונה על שאלה שהמשרה אינה שואלת.</translation>
    </message>
    <message>
        <source>A file is larger than Comeet takes.</source>
        <translation>קובץ גדול ממה ש־Comeet מקבלת.</translation>
    </message>
    <message>
        <source>A limit is a number of days.</source>
        <translation>מגבלה היא מספר ימים.</translation>
    </message>
    <message>
        <source>A quotation mark may be missing there. Mend it and import it again; nothing was imported.</source>
        <translation>ייתכן שחסר שם סימן מירכאות. יש לתקן ולייבא שוב; דבר לא יובא.</translation>
    </message>
    <message>
        <source>A record has a {} that is no usable date.</source>
        <translation>ברשומה יש {} שאינו תאריך תקין.</translation>
    </message>
    <message>
        <source>A row has a {} that is {}.</source>
        <translation>בשורה יש {} שהוא {}.</translation>
    </message>
    <message>
        <source>A safety copy could not be written ({}).</source>
        <translation>לא היה אפשר לכתוב עותק גיבוי ({}).</translation>
    </message>
    <message>
        <source>A text is longer than Comeet takes.</source>
        <translation>טקסט ארוך ממה ש־Comeet מקבלת.</translation>
    </message>
    <message>
        <source>A view needs a name.</source>
        <translation>לתצוגה דרוש שם.</translation>
    </message>
    <message>
        <source>A {} has a {} that is no usable date.</source>
        <translation>ב{} יש {} שאינו תאריך תקין.</translation>
    </message>
    <message>
        <source>A {} has the status &quot;{}&quot;, which ATS Desk does not know.</source>
        <translation>ל{} יש מצב &quot;{}&quot;, ש־ATS Desk אינו מכיר.</translation>
    </message>
    <message>
        <source>ATS Desk looks in {} whether it arrived before anything is sent again.</source>
        <translation>‏ATS Desk בודק ב־{} אם זה הגיע לפני שמשהו נשלח שוב.</translation>
    </message>
    <message>
        <source>ATS Desk made a mistake in this sync ({}).</source>
        <translation>‏ATS Desk טעה בסנכרון הזה ({}).</translation>
    </message>
    <message>
        <source>ATS Desk stores secrets in the operating system&apos;s keyring only: remove the choice made by PYTHON_KEYRING_BACKEND or keyringrc.cfg.</source>
        <translation>‏ATS Desk שומר סודות רק בצרור המפתחות של מערכת ההפעלה: יש להסיר את הבחירה שנעשתה ב־PYTHON_KEYRING_BACKEND או ב־keyringrc.cfg.</translation>
    </message>
    <message>
        <source>ATS Desk stumbled over it ({}).</source>
        <translation>‏ATS Desk נתקל בה בבעיה ({}).</translation>
    </message>
    <message>
        <source>Active: Kombo keeps the data fresh.</source>
        <translation>פעיל: Kombo שומרת על נתונים עדכניים.</translation>
    </message>
    <message>
        <source>Add an application to this candidate instead of a new one.</source>
        <translation>יש להוסיף מועמדות למועמד/ת זה/ו במקום ליצור חדש/ה.</translation>
    </message>
    <message>
        <source>Add one with `atsdesk accounts add ATS --name NAME`; ATS is comeet, greenhouse, kombo or smartrecruiters.</source>
        <translation>אפשר להוסיף חשבון בפקודה `atsdesk accounts add ATS --name NAME`; במקום ATS יבוא comeet,‏ greenhouse,‏ kombo או smartrecruiters.</translation>
    </message>
    <message>
        <source>Add the file.</source>
        <translation>יש להוסיף את הקובץ.</translation>
    </message>
    <message>
        <source>All files together have {} bytes; {} are the limit.</source>
        <translation>בכל הקבצים יחד יש {} בתים; המגבלה היא {}.</translation>
    </message>
    <message>
        <source>Almost complete: Kombo reads the ATS for the first time, which takes from seconds to hours.</source>
        <translation>כמעט מוכן: Kombo קוראת את מערכת הגיוס בפעם הראשונה, וזה נמשך בין שניות לשעות.</translation>
    </message>
    <message>
        <source>An API key of Harvest v1 or v2 does not work any more: create a credential of the type &quot;Harvest V3 (OAuth)&quot; under {} and enter its client id and client secret.</source>
        <translation>מפתח API של Harvest v1 או v2 כבר אינו פועל: יש ליצור הרשאה מסוג &quot;Harvest V3 (OAuth)&quot; תחת {} ולהזין את ה־client id ואת ה־client secret שלה.</translation>
    </message>
    <message>
        <source>An API key, or a client id with its secret, will do.</source>
        <translation>מספיק מפתח API, או client id יחד עם הסוד שלו.</translation>
    </message>
    <message>
        <source>An application has the status &quot;{}&quot;, which ATS Desk does not know.</source>
        <translation>למועמדות יש מצב &quot;{}&quot;, ש־ATS Desk אינו מכיר.</translation>
    </message>
    <message>
        <source>An interview is in the time zone &quot;{}&quot;, which ATS Desk does not know.</source>
        <translation>ראיון נקבע באזור הזמן &quot;{}&quot;, ש־ATS Desk אינו מכיר.</translation>
    </message>
    <message>
        <source>And {} more.</source>
        <translation>ועוד {}.</translation>
    </message>
    <message>
        <source>Another program has the data folder open.</source>
        <translation>תוכנה אחרת משתמשת בתיקיית הנתונים.</translation>
    </message>
    <message>
        <source>Another program keeps the data file busy.</source>
        <translation>תוכנה אחרת משתמשת בקובץ הנתונים.</translation>
    </message>
    <message>
        <source>Ask Comeet whether your plan includes it.</source>
        <translation>כדאי לברר עם Comeet אם זה כלול במסלול שלכם.</translation>
    </message>
    <message>
        <source>Ask Kombo&apos;s support to release it.</source>
        <translation>יש לבקש מהתמיכה של Kombo לשחרר אותו.</translation>
    </message>
    <message>
        <source>Ask for a feed without them; nothing was imported.</source>
        <translation>יש לבקש הזנה בלעדיהן; דבר לא יובא.</translation>
    </message>
    <message>
        <source>Ask whoever runs the database for: create schema if not exists {}; grant usage, create on schema {} to the user. Tables that others made there have to be owned by the user.</source>
        <translation>בקשו ממי שמפעיל את מסד הנתונים: create schema if not exists {}; grant usage, create on schema {} עבור המשתמש. טבלאות שאחרים יצרו שם צריכות להיות בבעלות המשתמש.</translation>
    </message>
    <message>
        <source>Ask whoever runs the database for: create schema {}.</source>
        <translation>בקשו ממי שמפעיל את מסד הנתונים: create schema {}.</translation>
    </message>
    <message>
        <source>Begin it with + and the country code, or choose the country of the address.</source>
        <translation>יש להתחיל ב־+ ובקידומת המדינה, או לבחור את מדינת הכתובת.</translation>
    </message>
    <message>
        <source>Blank is the first stage of the job.</source>
        <translation>ריק: השלב הראשון של המשרה.</translation>
    </message>
    <message>
        <source>Blank is the job&apos;s usual first stage.</source>
        <translation>ריק: השלב הראשון הרגיל של המשרה.</translation>
    </message>
    <message>
        <source>Blank is the source “API”.</source>
        <translation>ריק: המקור &quot;API&quot;.</translation>
    </message>
    <message>
        <source>Both belong to a credential of the type &quot;Harvest V3 (OAuth)&quot; under {}. The secret is shown once: where it is lost, make a new credential and enter it under Settings, or with `atsdesk accounts key NAME`.</source>
        <translation>שניהם שייכים להרשאה מסוג &quot;Harvest V3 (OAuth)&quot; תחת {}. הסוד מוצג פעם אחת בלבד: אם אבד, יש ליצור הרשאה חדשה ולהזין אותה בהגדרות, או בפקודה `atsdesk accounts key NAME`.</translation>
    </message>
    <message>
        <source>Build a report of interviews in Report Builder and set report_id to its id, or set interviews_mode to analytics, api or off.</source>
        <translation>יש לבנות דוח ראיונות ב־Report Builder ולהגדיר את report_id למזהה שלו, או להגדיר את interviews_mode ל־analytics,‏ api או off.</translation>
    </message>
    <message>
        <source>By default Kombo serves only the candidates and applications that were created through Kombo. To read all of them, change how applications are tracked in Kombo&apos;s dashboard, in the scope config of the connection, then sync again.</source>
        <translation>כברירת מחדל Kombo מספקת רק מועמדים ומועמדויות שנוצרו דרכה. כדי לקרוא את כולם יש לשנות בלוח הבקרה של Kombo, בהגדרות ההיקף של החיבור, את אופן המעקב אחר מועמדויות, ואז לסנכרן שוב.</translation>
    </message>
    <message>
        <source>By the system&apos;s name, like {&quot;workable&quot;: {&quot;on_behalf_of_user_remote_id&quot;: &quot;12&quot;}}.</source>
        <translation>לפי שם המערכת, למשל {&quot;workable&quot;: {&quot;on_behalf_of_user_remote_id&quot;: &quot;12&quot;}}.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>בוטל.</translation>
    </message>
    <message>
        <source>Candidates are read by their creation. Older ones come when they change.</source>
        <translation>מועמדים נקראים לפי מועד היצירה שלהם. ישנים יותר מגיעים כשהם משתנים.</translation>
    </message>
    <message>
        <source>Candidates, applications and what belongs to them are read by their creation. Of older ones comes what changes, and what newer things name: a candidate may lack older applications, and an application older steps.</source>
        <translation>מועמדים, מועמדויות ומה ששייך להם נקראים לפי מועד היצירה שלהם. מן הישנים מגיע מה שמשתנה, ומה שדברים חדשים יותר מפנים אליו: ייתכן שלמועמד יחסרו מועמדויות ישנות, ולמועמדות שלבים ישנים.</translation>
    </message>
    <message>
        <source>Change that one, or publish to another schema (?schema=...).</source>
        <translation>שנו אותו, או פרסמו לסכמה אחרת (?schema=...).</translation>
    </message>
    <message>
        <source>Change them in the window under Settings; `atsdesk accounts add --help` explains them.</source>
        <translation>אפשר לשנות אותן בהגדרות שבחלון; `atsdesk accounts add --help` מסביר אותן.</translation>
    </message>
    <message>
        <source>Check address and password, then publish again: everything of this folder is then replaced.</source>
        <translation>בדקו את הכתובת ואת הסיסמה ופרסמו שוב: כל מה ששייך לתיקייה הזו יוחלף אז.</translation>
    </message>
    <message>
        <source>Check it.</source>
        <translation>כדאי לבדוק.</translation>
    </message>
    <message>
        <source>Check that the account&apos;s address is the API&apos;s; otherwise try again later.</source>
        <translation>כדאי לבדוק שכתובת החשבון היא כתובת ה־API; אם כן, לנסות שוב מאוחר יותר.</translation>
    </message>
    <message>
        <source>Check that you may write to {path} and its folder, or choose another folder with --data-dir.</source>
        <translation>כדאי לבדוק שיש הרשאת כתיבה אל {path} ואל התיקייה שלו, או לבחור תיקייה אחרת עם ‎--data-dir.</translation>
    </message>
    <message>
        <source>Check the account&apos;s address; it is usually https://api.smartrecruiters.com.</source>
        <translation>כדאי לבדוק את כתובת החשבון; בדרך כלל היא https://api.smartrecruiters.com.</translation>
    </message>
    <message>
        <source>Check the account&apos;s address; it is usually {}.</source>
        <translation>כדאי לבדוק את כתובת החשבון; בדרך כלל היא {}.</translation>
    </message>
    <message>
        <source>Check the account&apos;s address; otherwise the plan may not include the list, and there is nothing to do.</source>
        <translation>כדאי לבדוק את כתובת החשבון; אם היא נכונה, ייתכן שהרשימה אינה כלולה במסלול, ואין מה לעשות.</translation>
    </message>
    <message>
        <source>Check the address of the tokens; otherwise try again later.</source>
        <translation>כדאי לבדוק את כתובת האסימונים; אם היא נכונה, לנסות שוב מאוחר יותר.</translation>
    </message>
    <message>
        <source>Check the address, the network or VPN, and that the database runs; the rows wait here meanwhile.</source>
        <translation>בדקו את הכתובת, את הרשת או ה־VPN, ושמסד הנתונים פועל; בינתיים השורות ממתינות כאן.</translation>
    </message>
    <message>
        <source>Check the digits and the country code.</source>
        <translation>כדאי לבדוק את הספרות ואת קידומת המדינה.</translation>
    </message>
    <message>
        <source>Check the disk that holds {path}; network drives and cloud-synced folders are not safe for it.</source>
        <translation>כדאי לבדוק את הדיסק שבו נמצא {path}; כונני רשת ותיקיות שמסתנכרנות לענן אינם בטוחים עבורו.</translation>
    </message>
    <message>
        <source>Check the disk, or choose another folder.</source>
        <translation>כדאי לבדוק את הדיסק, או לבחור תיקייה אחרת.</translation>
    </message>
    <message>
        <source>Check the disk, or export to a folder of CSV files. The folder from before is as it was.</source>
        <translation>כדאי לבדוק את הדיסק, או לייצא לתיקייה של קובצי CSV. התיקייה הקודמת נשארה כפי שהייתה.</translation>
    </message>
    <message>
        <source>Check the id, or sync first: `atsdesk sync {}`.</source>
        <translation>כדאי לבדוק את המזהה, או לסנכרן תחילה: `atsdesk sync {}`.</translation>
    </message>
    <message>
        <source>Check the id, or sync the account.</source>
        <translation>יש לבדוק את המזהה, או לסנכרן את החשבון.</translation>
    </message>
    <message>
        <source>Check the id, or sync: `atsdesk sync {}`.</source>
        <translation>כדאי לבדוק את המזהה, או לסנכרן: `atsdesk sync {}`.</translation>
    </message>
    <message>
        <source>Check the id: it is the candidate&apos;s in the ATS.</source>
        <translation>כדאי לבדוק את המזהה: זה המזהה של המועמד/ת במערכת הגיוס.</translation>
    </message>
    <message>
        <source>Check the network connection and the account&apos;s address, then sync again.</source>
        <translation>כדאי לבדוק את החיבור לרשת ואת כתובת החשבון, ואז לסנכרן שוב.</translation>
    </message>
    <message>
        <source>Check the network connection, then look again.</source>
        <translation>יש לבדוק את החיבור לרשת ואז לחפש שוב.</translation>
    </message>
    <message>
        <source>Check the network connection, then open the file again.</source>
        <translation>כדאי לבדוק את החיבור לרשת, ואז לפתוח את הקובץ שוב.</translation>
    </message>
    <message>
        <source>Check the path, and close the program that has it open.</source>
        <translation>כדאי לבדוק את הנתיב, ולסגור את התוכנה שבה הקובץ פתוח.</translation>
    </message>
    <message>
        <source>Check the setting token_url; otherwise try again later.</source>
        <translation>כדאי לבדוק את ההגדרה token_url; אם היא נכונה, לנסות שוב מאוחר יותר.</translation>
    </message>
    <message>
        <source>Check the user in the address, and give the password again with `atsdesk publish --ask-password`, or in the profile&apos;s window.</source>
        <translation>בדקו את המשתמש בכתובת, והזינו את הסיסמה שוב בעזרת `atsdesk publish --ask-password` או בחלון הפרופיל.</translation>
    </message>
    <message>
        <source>Check user and database in the address, or ask whoever runs the database to let this computer in.</source>
        <translation>בדקו את המשתמש ואת מסד הנתונים בכתובת, או בקשו ממי שמפעיל את מסד הנתונים לאפשר כניסה מהמחשב הזה.</translation>
    </message>
    <message>
        <source>Check where it lies, and that no other program keeps it to itself.</source>
        <translation>כדאי לבדוק היכן הוא נמצא, ושתוכנה אחרת אינה תופסת אותו.</translation>
    </message>
    <message>
        <source>Choose a folder that you may write to.</source>
        <translation>יש לבחור תיקייה שאפשר לכתוב אליה.</translation>
    </message>
    <message>
        <source>Choose a folder you may write to with --data-dir, or change the folder&apos;s permissions.</source>
        <translation>יש לבחור עם ‎--data-dir תיקייה שאפשר לכתוב אליה, או לשנות את הרשאות התיקייה.</translation>
    </message>
    <message>
        <source>Choose a job if they apply for one.</source>
        <translation>אם מוגשת מועמדות למשרה, יש לבחור אותה.</translation>
    </message>
    <message>
        <source>Choose a newer one; `atsdesk restore --list` shows them.</source>
        <translation>יש לבחור עותק חדש יותר; `atsdesk restore --list` מציג אותם.</translation>
    </message>
    <message>
        <source>Choose a password when your desktop asks for one, then try again.</source>
        <translation>יש לבחור סיסמה כששולחן העבודה מבקש, ואז לנסות שוב.</translation>
    </message>
    <message>
        <source>Choose a shorter one.</source>
        <translation>יש לבחור שם קצר יותר.</translation>
    </message>
    <message>
        <source>Choose again.</source>
        <translation>יש לבחור שוב.</translation>
    </message>
    <message>
        <source>Choose among {}.</source>
        <translation>יש לבחור מתוך {}.</translation>
    </message>
    <message>
        <source>Choose another account for this export.</source>
        <translation>יש לבחור חשבון אחר לייצוא הזה.</translation>
    </message>
    <message>
        <source>Choose another folder with --data-dir; the file was not touched.</source>
        <translation>יש לבחור תיקייה אחרת עם ‎--data-dir; הקובץ נשאר כשהיה.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>יש לבחור שם אחר.</translation>
    </message>
    <message>
        <source>Choose another name. A new key for it is entered with `atsdesk accounts key {}`.</source>
        <translation>יש לבחור שם אחר. מפתח חדש עבורו מזינים בפקודה `atsdesk accounts key {}`.</translation>
    </message>
    <message>
        <source>Choose another one; `atsdesk restore --list` shows them.</source>
        <translation>יש לבחור עותק אחר; `atsdesk restore --list` מציג אותם.</translation>
    </message>
    <message>
        <source>Choose another one; nothing was imported.</source>
        <translation>יש לבחור אחר; דבר לא יובא.</translation>
    </message>
    <message>
        <source>Choose another way to read interviews: set interviews_mode to report.</source>
        <translation>יש לבחור דרך אחרת לקריאת ראיונות: להגדיר את interviews_mode ל־report.</translation>
    </message>
    <message>
        <source>Choose one of: {}.</source>
        <translation>יש לבחור אחד מאלה: {}.</translation>
    </message>
    <message>
        <source>Choose one that is offered; sync if it is new in the ATS.</source>
        <translation>יש לבחור מתוך המוצע; אם זה חדש במערכת הגיוס, יש לסנכרן.</translation>
    </message>
    <message>
        <source>Choose one that is open, or sync if it was opened: `atsdesk sync {}`.</source>
        <translation>יש לבחור משרה פתוחה, או לסנכרן אם נפתחה: `atsdesk sync {}`.</translation>
    </message>
    <message>
        <source>Choose one that was exported from ATS Desk.</source>
        <translation>יש לבחור קובץ שיוצא מ־ATS Desk.</translation>
    </message>
    <message>
        <source>Choose one.</source>
        <translation>יש לבחור.</translation>
    </message>
    <message>
        <source>Choose others; the Dictionary of an export names them all.</source>
        <translation>יש לבחור אחרות; גיליון Dictionary בייצוא מונה את כולן.</translation>
    </message>
    <message>
        <source>Choose the file again.</source>
        <translation>יש לבחור את הקובץ שוב.</translation>
    </message>
    <message>
        <source>Choose the job to apply for.</source>
        <translation>יש לבחור משרה להגשה.</translation>
    </message>
    <message>
        <source>Close it in Excel and export again.</source>
        <translation>יש לסגור אותו ב־Excel ולייצא שוב.</translation>
    </message>
    <message>
        <source>Close it where it is open, or put the spreadsheet where you may write.</source>
        <translation>יש לסגור אותו היכן שהוא פתוח, או להעביר את הגיליון למקום שאפשר לכתוב אליו.</translation>
    </message>
    <message>
        <source>Close other programs that have {path} open, and try again.</source>
        <translation>יש לסגור תוכנות אחרות שבהן {path} פתוח, ולנסות שוב.</translation>
    </message>
    <message>
        <source>Close the window of ATS Desk and other commands that use the folder, and try again.</source>
        <translation>יש לסגור את החלון של ATS Desk ופקודות אחרות שמשתמשות בתיקייה, ולנסות שוב.</translation>
    </message>
    <message>
        <source>Comeet answered with a web page or with nothing instead of data.</source>
        <translation>‏Comeet החזירה דף אינטרנט או תשובה ריקה במקום נתונים.</translation>
    </message>
    <message>
        <source>Comeet did not accept the candidate ({} {}).</source>
        <translation>‏Comeet לא קיבלה את המועמד/ת ({} {}).</translation>
    </message>
    <message>
        <source>Comeet did not accept the request ({} {}).</source>
        <translation>‏Comeet לא קיבלה את הבקשה ({} {}).</translation>
    </message>
    <message>
        <source>Comeet does not accept a link.</source>
        <translation>‏Comeet אינה מקבלת קישור.</translation>
    </message>
    <message>
        <source>Comeet does not accept a time.</source>
        <translation>‏Comeet אינה מקבלת שעה.</translation>
    </message>
    <message>
        <source>Comeet does not accept an e-mail address.</source>
        <translation>‏Comeet אינה מקבלת כתובת דוא״ל.</translation>
    </message>
    <message>
        <source>Comeet does not accept the LinkedIn address.</source>
        <translation>‏Comeet אינה מקבלת את כתובת ה־LinkedIn.</translation>
    </message>
    <message>
        <source>Comeet does not know the country.</source>
        <translation>‏Comeet אינה מכירה את המדינה.</translation>
    </message>
    <message>
        <source>Comeet does not let this key create candidates.</source>
        <translation>‏Comeet אינה מתירה למפתח הזה ליצור מועמדים.</translation>
    </message>
    <message>
        <source>Comeet does not let this key read &quot;{}&quot;.</source>
        <translation>‏Comeet אינה מתירה למפתח הזה לקרוא את &quot;{}&quot;.</translation>
    </message>
    <message>
        <source>Comeet does not offer &quot;{}&quot; to this key.</source>
        <translation>‏Comeet אינה מציעה את &quot;{}&quot; למפתח הזה.</translation>
    </message>
    <message>
        <source>Comeet does not take files of this type.</source>
        <translation>‏Comeet אינה מקבלת קבצים מסוג זה.</translation>
    </message>
    <message>
        <source>Comeet has no such address.</source>
        <translation>אין כתובת כזאת ב־Comeet.</translation>
    </message>
    <message>
        <source>Comeet has no such custom field.</source>
        <translation>אין שדה מותאם כזה ב־Comeet.</translation>
    </message>
    <message>
        <source>Comeet has no such position, or does not show it to this key.</source>
        <translation>אין משרה כזאת ב־Comeet, או שאינה גלויה למפתח הזה.</translation>
    </message>
    <message>
        <source>Comeet misses a field that is required.</source>
        <translation>חסר ל־Comeet שדה חובה.</translation>
    </message>
    <message>
        <source>Comeet no longer has it.</source>
        <translation>זה כבר לא קיים ב־Comeet.</translation>
    </message>
    <message>
        <source>Comeet no longer has this candidate.</source>
        <translation>המועמד/ת כבר לא קיים/ת ב־Comeet.</translation>
    </message>
    <message>
        <source>Comeet offers API access on its Enterprise plan.</source>
        <translation>‏Comeet מציעה גישת API במסלול Enterprise.</translation>
    </message>
    <message>
        <source>Comeet refused one object ({}).</source>
        <translation>‏Comeet סירבה למסור פריט אחד ({}).</translation>
    </message>
    <message>
        <source>Comeet refused the API key or secret.</source>
        <translation>‏Comeet דחתה את מפתח ה־API או את הסוד.</translation>
    </message>
    <message>
        <source>Comeet sends it when your request for API access is approved.</source>
        <translation>‏Comeet שולחת אותו כשבקשת הגישה ל־API מאושרת.</translation>
    </message>
    <message>
        <source>Comeet takes a file for malicious.</source>
        <translation>‏Comeet חושדת שקובץ הוא זדוני.</translation>
    </message>
    <message>
        <source>Comeet takes it only where this was switched on for the company.</source>
        <translation>‏Comeet מקבלת זאת רק אם זה הופעל עבור החברה.</translation>
    </message>
    <message>
        <source>Comeet&apos;s answer does not say whether the candidate arrived ({}).</source>
        <translation>התשובה של Comeet אינה מציינת אם המועמד/ת הגיע/ה ({}).</translation>
    </message>
    <message>
        <source>Comeet&apos;s answer is not a list.</source>
        <translation>התשובה של Comeet אינה רשימה.</translation>
    </message>
    <message>
        <source>Comeet&apos;s answer was cut short.</source>
        <translation>התשובה של Comeet נקטעה.</translation>
    </message>
    <message>
        <source>Comeet&apos;s data quota is used up for now.</source>
        <translation>מכסת הנתונים של Comeet נוצלה לעת עתה.</translation>
    </message>
    <message>
        <source>Compare both with Settings &gt; Integrations in Comeet; they change when access is revoked and given again. Enter new ones in the window under Settings, or with `atsdesk accounts key NAME`.</source>
        <translation>יש להשוות את שניהם אל Settings &gt; Integrations ב־Comeet; הם מתחלפים כשהגישה מבוטלת וניתנת מחדש. חדשים מזינים בהגדרות שבחלון, או בפקודה `atsdesk accounts key NAME`.</translation>
    </message>
    <message>
        <source>Compare them with the Credential Manager in SmartRecruiters (a secret is shown there only once), and enter new ones in the window under Settings, or with `atsdesk accounts key NAME`.</source>
        <translation>יש להשוות אותם אל Credential Manager ב־SmartRecruiters (סוד מוצג שם פעם אחת בלבד), ולהזין חדשים בהגדרות שבחלון, או בפקודה `atsdesk accounts key NAME`.</translation>
    </message>
    <message>
        <source>Complete.</source>
        <translation>הושלם.</translation>
    </message>
    <message>
        <source>Copy both again from {}.</source>
        <translation>יש להעתיק את שניהם שוב מתוך {}.</translation>
    </message>
    <message>
        <source>Copy both again. The key begins with {}.</source>
        <translation>יש להעתיק את שניהם שוב. המפתח מתחיל ב־{}.</translation>
    </message>
    <message>
        <source>Copy it from Kombo&apos;s dashboard: Integrations, then the connection; it looks like greenhouse:3NkQ7wYt9LmRzVbXcHjPdFa2. The key has to be of the same environment.</source>
        <translation>מעתיקים אותו מלוח הבקרה של Kombo: ‏Integrations, ואז החיבור; הוא נראה כך: greenhouse:3NkQ7wYt9LmRzVbXcHjPdFa2. המפתח חייב להיות מאותה סביבה.</translation>
    </message>
    <message>
        <source>Copy it from {} and enter it in the window under Settings, or with `atsdesk accounts key NAME`.</source>
        <translation>מעתיקים אותו מתוך {} ומזינים בהגדרות שבחלון, או בפקודה `atsdesk accounts key NAME`.</translation>
    </message>
    <message>
        <source>Correct it and send again.</source>
        <translation>יש לתקן ולשלוח שוב.</translation>
    </message>
    <message>
        <source>Correct it and send again. Greenhouse says: {}.</source>
        <translation>יש לתקן ולשלוח שוב. הודעת Greenhouse: {}.</translation>
    </message>
    <message>
        <source>Correct it and send again. SmartRecruiters says: {}.</source>
        <translation>יש לתקן ולשלוח שוב. הודעת SmartRecruiters: {}.</translation>
    </message>
    <message>
        <source>Correct it and try again.</source>
        <translation>יש לתקן ולנסות שוב.</translation>
    </message>
    <message>
        <source>Correct it.</source>
        <translation>יש לתקן.</translation>
    </message>
    <message>
        <source>Correct one of the two.</source>
        <translation>יש לתקן אחד מהשניים.</translation>
    </message>
    <message>
        <source>Correct the cell.</source>
        <translation>יש לתקן את התא.</translation>
    </message>
    <message>
        <source>Correct the setting sub: the id of an active user, or leave it out.</source>
        <translation>יש לתקן את ההגדרה sub: מזהה של משתמש/ת פעיל/ה, או להשמיט אותה.</translation>
    </message>
    <message>
        <source>Create it, or choose another folder.</source>
        <translation>יש ליצור אותה, או לבחור תיקייה אחרת.</translation>
    </message>
    <message>
        <source>Custom field of the {}.</source>
        <translation>שדה מותאם של {}.</translation>
    </message>
    <message>
        <source>Delete them in the ATS too. To take somebody in again, use `atsdesk erase --allow {} CANDIDATE_ID` and sync.</source>
        <translation>יש למחוק אותם גם במערכת הגיוס. כדי לקלוט אדם מחדש: `atsdesk erase --allow {} CANDIDATE_ID`, ואז סנכרון.</translation>
    </message>
    <message>
        <source>Did you mean &quot;{}&quot;?</source>
        <translation>האם הכוונה ל&quot;{}&quot;?</translation>
    </message>
    <message>
        <source>Do it in the ATS itself.</source>
        <translation>יש לעשות זאת במערכת הגיוס עצמה.</translation>
    </message>
    <message>
        <source>Download it again; nothing was imported.</source>
        <translation>יש להוריד אותו שוב; דבר לא יובא.</translation>
    </message>
    <message>
        <source>Download or save it again, whole.</source>
        <translation>יש להוריד או לשמור אותו שוב, בשלמותו.</translation>
    </message>
    <message>
        <source>Enter it in the window under Settings, or with `atsdesk accounts key NAME`.</source>
        <translation>מזינים אותו בהגדרות שבחלון, או בפקודה `atsdesk accounts key NAME`.</translation>
    </message>
    <message>
        <source>Enter the credentials of the account again, in the window under Settings or with `atsdesk accounts key {}`.</source>
        <translation>יש להזין שוב את פרטי הגישה של החשבון, בהגדרות שבחלון או בפקודה `atsdesk accounts key {}`.</translation>
    </message>
    <message>
        <source>Everything else went in. It is tried again when it changes; report it if it stays.</source>
        <translation>כל השאר נקלט. ייעשה ניסיון נוסף כשהרשומה תשתנה; אם זה נמשך, כדאי לדווח.</translation>
    </message>
    <message>
        <source>Everything is read again once; nothing is lost. Check this computer&apos;s clock.</source>
        <translation>הכול ייקרא שוב פעם אחת; דבר לא אבד. כדאי לבדוק את שעון המחשב.</translation>
    </message>
    <message>
        <source>Everything is up to date.</source>
        <translation>הכול מעודכן.</translation>
    </message>
    <message>
        <source>Export again; the file from before is as it was.</source>
        <translation>יש לייצא שוב; הקובץ הקודם נשאר כשהיה.</translation>
    </message>
    <message>
        <source>Export from its window or command.</source>
        <translation>יש לייצא מהחלון או מהפקודה שלו.</translation>
    </message>
    <message>
        <source>Export to a folder of CSV or Parquet files, or leave out columns or accounts you do not need. The workbook from before is as it was.</source>
        <translation>יש לייצא לתיקייה של קובצי CSV או Parquet, או להשמיט עמודות או חשבונות שאינם דרושים. חוברת העבודה הקודמת נשארה כפי שהייתה.</translation>
    </message>
    <message>
        <source>Fetch it again, or ask for one that is; nothing was imported.</source>
        <translation>יש להביא אותו שוב, או לבקש תקין; דבר לא יובא.</translation>
    </message>
    <message>
        <source>Fetch it again; nothing was imported.</source>
        <translation>יש להביא אותו שוב; דבר לא יובא.</translation>
    </message>
    <message>
        <source>Files can be imported into accounts of: {}.</source>
        <translation>אפשר לייבא קבצים לחשבונות של: {}.</translation>
    </message>
    <message>
        <source>Files of {} cannot be imported.</source>
        <translation>אי אפשר לייבא קבצים של {}.</translation>
    </message>
    <message>
        <source>Fill in what it belongs to, or leave it out.</source>
        <translation>יש למלא את מה שהוא שייך לו, או להשמיט.</translation>
    </message>
    <message>
        <source>Fill it in.</source>
        <translation>יש למלא.</translation>
    </message>
    <message>
        <source>Finish the open steps in Kombo&apos;s dashboard, then sync again.</source>
        <translation>יש להשלים את הצעדים הפתוחים בלוח הבקרה של Kombo, ואז לסנכרן שוב.</translation>
    </message>
    <message>
        <source>For somebody you found who has not applied.</source>
        <translation>עבור אדם שאיתרתם ושלא הגיש מועמדות.</translation>
    </message>
    <message>
        <source>Free some disk space and export again.</source>
        <translation>יש לפנות מקום בדיסק ולייצא שוב.</translation>
    </message>
    <message>
        <source>Free some disk space, and check that the temporary folder of this computer can be written to.</source>
        <translation>יש לפנות מקום בדיסק, ולבדוק שאפשר לכתוב לתיקייה הזמנית של המחשב.</translation>
    </message>
    <message>
        <source>Free some space and try again; what was stored before is whole.</source>
        <translation>יש לפנות מקום ולנסות שוב; מה שנשמר קודם שלם.</translation>
    </message>
    <message>
        <source>From when {} goes on.</source>
        <translation>ממתי {} נמשך.</translation>
    </message>
    <message>
        <source>Gender and ethnicity are sensitive.</source>
        <translation>מגדר ומוצא הם מידע רגיש.</translation>
    </message>
    <message>
        <source>Give a number from 1 to {}.</source>
        <translation>יש לתת מספר מ־1 עד {}.</translation>
    </message>
    <message>
        <source>Give each job an id of its own.</source>
        <translation>יש לתת לכל משרה מזהה משלה.</translation>
    </message>
    <message>
        <source>Give it a name that ends in {}.</source>
        <translation>יש לתת לו שם שמסתיים ב־{}.</translation>
    </message>
    <message>
        <source>Give it a name with an extension, like cv.pdf.</source>
        <translation>יש לתת לו שם עם סיומת, למשל cv.pdf.</translation>
    </message>
    <message>
        <source>Give it one of up to {} characters.</source>
        <translation>יש לתת לה שם של עד {} תווים.</translation>
    </message>
    <message>
        <source>Give it one: people know it by that.</source>
        <translation>יש לתת לה שם: לפיו מזהים אותה.</translation>
    </message>
    <message>
        <source>Give it with `atsdesk publish --ask-password`, or in the profile&apos;s window.</source>
        <translation>הזינו אותה בעזרת `atsdesk publish --ask-password` או בחלון הפרופיל.</translation>
    </message>
    <message>
        <source>Give its code of two letters, like IL.</source>
        <translation>יש לתת את הקוד בן שתי האותיות, למשל IL.</translation>
    </message>
    <message>
        <source>Give one from 1 day to ten years.</source>
        <translation>יש לתת מספר בין יום אחד לעשר שנים.</translation>
    </message>
    <message>
        <source>Give the credential the scope {} under {}. The user in whose name it acts must be a Site Admin.</source>
        <translation>יש לתת להרשאה את ההיקף {} תחת {}. המשתמש/ת שבשמו/ה היא פועלת צריך/ה להיות Site Admin.</translation>
    </message>
    <message>
        <source>Give the job&apos;s id or code.</source>
        <translation>יש לתת את מזהה המשרה או את הקוד שלה.</translation>
    </message>
    <message>
        <source>Give the name of a file in it, such as ats-desk{}.</source>
        <translation>יש לתת שם של קובץ בתוכה, למשל ats-desk{}.</translation>
    </message>
    <message>
        <source>Give the name of a file, in a folder that exists.</source>
        <translation>יש לתת שם של קובץ, בתיקייה קיימת.</translation>
    </message>
    <message>
        <source>Give the name of a new folder: an export replaces what is in it.</source>
        <translation>יש לתת שם של תיקייה חדשה: ייצוא מחליף את מה שבתוכה.</translation>
    </message>
    <message>
        <source>Give them one more application, send them as somebody new, or call it off.</source>
        <translation>אפשר להוסיף מועמדות, לשלוח כאדם חדש, או לבטל את ההגשה.</translation>
    </message>
    <message>
        <source>Go back to the newest safety copy with `atsdesk restore`, or save what can be saved with `atsdesk doctor --repair` and sync again. Either way the file as it is now is kept aside for 14 days.</source>
        <translation>אפשר לחזור לעותק הגיבוי החדש ביותר עם `atsdesk restore`, או להציל את מה שאפשר עם `atsdesk doctor --repair` ולסנכרן שוב. כך או כך, הקובץ כפי שהוא עכשיו נשמר בצד 14 ימים.</translation>
    </message>
    <message>
        <source>Greenhouse answered with a web page or with nothing instead of data.</source>
        <translation>‏Greenhouse החזירה דף אינטרנט או תשובה ריקה במקום נתונים.</translation>
    </message>
    <message>
        <source>Greenhouse did not accept it ({}).</source>
        <translation>‏Greenhouse לא קיבלה זאת ({}).</translation>
    </message>
    <message>
        <source>Greenhouse did not accept the request for {} ({}).</source>
        <translation>‏Greenhouse לא קיבלה את הבקשה עבור {} ({}).</translation>
    </message>
    <message>
        <source>Greenhouse does not know the user in whose name it is read.</source>
        <translation>‏Greenhouse אינה מכירה את המשתמש/ת שבשמו/ה מתבצעת הקריאה.</translation>
    </message>
    <message>
        <source>Greenhouse does not let this credential do it.</source>
        <translation>‏Greenhouse אינה מתירה זאת להרשאה הזאת.</translation>
    </message>
    <message>
        <source>Greenhouse does not let this credential read &quot;{}&quot;.</source>
        <translation>‏Greenhouse אינה מתירה להרשאה הזאת לקרוא את &quot;{}&quot;.</translation>
    </message>
    <message>
        <source>Greenhouse does not say how large files may be, nor which kinds it takes.</source>
        <translation>‏Greenhouse אינה מציינת כמה גדולים קבצים יכולים להיות, ואילו סוגים היא מקבלת.</translation>
    </message>
    <message>
        <source>Greenhouse gave no token ({}).</source>
        <translation>‏Greenhouse לא נתנה אסימון ({}).</translation>
    </message>
    <message>
        <source>Greenhouse has no list &quot;{}&quot; at this address.</source>
        <translation>ב־Greenhouse אין רשימה &quot;{}&quot; בכתובת הזאת.</translation>
    </message>
    <message>
        <source>Greenhouse refused a token that it had just given.</source>
        <translation>‏Greenhouse דחתה אסימון שנתנה זה עתה.</translation>
    </message>
    <message>
        <source>Greenhouse refused the client id or the client secret.</source>
        <translation>‏Greenhouse דחתה את ה־client id או את ה־client secret.</translation>
    </message>
    <message>
        <source>Greenhouse says: {}.</source>
        <translation>הודעת Greenhouse: {}.</translation>
    </message>
    <message>
        <source>Greenhouse&apos;s answer does not say what it made.</source>
        <translation>התשובה של Greenhouse אינה מציינת מה נוצר.</translation>
    </message>
    <message>
        <source>Greenhouse&apos;s answer does not say whether it arrived ({}).</source>
        <translation>התשובה של Greenhouse אינה מציינת אם זה הגיע ({}).</translation>
    </message>
    <message>
        <source>Harvest v3 only: the API keys of versions 1 and 2 do not work.</source>
        <translation>‏Harvest v3 בלבד: מפתחות API של גרסאות 1 ו־2 אינם פועלים.</translation>
    </message>
    <message>
        <source>Headers: {}. Fields: {}.</source>
        <translation>כותרות: {}. שדות: {}.</translation>
    </message>
    <message>
        <source>How far it had come could not be read from the damaged data file.</source>
        <translation>לא היה אפשר לקרוא מקובץ הנתונים הפגום עד לאן זה הגיע.</translation>
    </message>
    <message>
        <source>If Comeet shows some, its permission &quot;{}&quot; is missing, or the key may see only part of the company.</source>
        <translation>אם ב־Comeet יש כאלה, חסרה ההרשאה &quot;{}&quot;, או שהמפתח רשאי לראות רק חלק מהחברה.</translation>
    </message>
    <message>
        <source>If it asks for a name and a password (407), put both into its address, in the environment variable HTTPS_PROXY or the settings of this computer; otherwise ask IT to let it through.</source>
        <translation>אם הוא מבקש שם וסיסמה (407), יש לצרף את שניהם לכתובת שלו, במשתנה הסביבה HTTPS_PROXY או בהגדרות המחשב; אחרת יש לבקש ממחלקת המחשוב לאפשר את החיבור.</translation>
    </message>
    <message>
        <source>If it does, save it without.</source>
        <translation>אם כן, יש לשמור בלעדיה.</translation>
    </message>
    <message>
        <source>If that is right, run `atsdesk sync {} --accept-deletions`. If not, something was switched off in the ATS or in its connection: switch it on again, and they stay.</source>
        <translation>אם זה נכון, יש להריץ `atsdesk sync {} --accept-deletions`. אם לא, משהו כובה במערכת הגיוס או בחיבור אליה: אחרי שיופעל שוב, הרשומות יישארו.</translation>
    </message>
    <message>
        <source>If that is right, run `atsdesk sync {} --full --accept-deletions`; if not, check the key&apos;s permissions in the ATS.</source>
        <translation>אם זה נכון, יש להריץ `atsdesk sync {} --full --accept-deletions`; אם לא, כדאי לבדוק את הרשאות המפתח במערכת הגיוס.</translation>
    </message>
    <message>
        <source>If your company inspects encrypted traffic, ask IT to install its certificate on this computer.</source>
        <translation>אם הארגון בודק תעבורה מוצפנת, יש לבקש ממחלקת המחשוב להתקין את האישור שלו במחשב הזה.</translation>
    </message>
    <message>
        <source>Import it in parts of up to 1 GB.</source>
        <translation>יש לייבא אותו בחלקים של עד 1 GB.</translation>
    </message>
    <message>
        <source>Import it in parts.</source>
        <translation>יש לייבא אותו בחלקים.</translation>
    </message>
    <message>
        <source>Import it in parts; nothing was imported.</source>
        <translation>יש לייבא אותו בחלקים; דבר לא יובא.</translation>
    </message>
    <message>
        <source>Import it in the tab that its views were saved in.</source>
        <translation>יש לייבא אותו בלשונית שבה נשמרו התצוגות.</translation>
    </message>
    <message>
        <source>In Comeet: Settings &gt; Integrations, after an admin has enabled the integration.</source>
        <translation>ב־Comeet: ‏Settings &gt; Integrations, אחרי שמנהל/ת הפעיל/ה את האינטגרציה.</translation>
    </message>
    <message>
        <source>In Greenhouse: {}, a credential of the type &quot;Harvest V3 (OAuth)&quot;.</source>
        <translation>ב־Greenhouse: {}, הרשאה מסוג &quot;Harvest V3 (OAuth)&quot;.</translation>
    </message>
    <message>
        <source>In Greenhouse: {}. It is shown once, when the credential is made.</source>
        <translation>ב־Greenhouse: {}. מוצג פעם אחת בלבד, כשההרשאה נוצרת.</translation>
    </message>
    <message>
        <source>In Kombo&apos;s dashboard: Development &gt; API keys. It begins with ks_prod_ or ks_dev_.</source>
        <translation>בלוח הבקרה של Kombo: ‏Development &gt; API keys. הוא מתחיל ב־ks_prod_‎ או ב־ks_dev_‎.</translation>
    </message>
    <message>
        <source>In SmartRecruiters: Settings &gt; Credential Manager &gt; New Credential &gt; API key.</source>
        <translation>ב־SmartRecruiters: ‏Settings &gt; Credential Manager &gt; New Credential &gt; API key.</translation>
    </message>
    <message>
        <source>In a warehouse no account can be taken over.</source>
        <translation>במחסן נתונים אי אפשר לקבל חשבון לידיכם.</translation>
    </message>
    <message>
        <source>Inactive: the connection is switched off in Kombo, so that the data is not refreshed. Switch it on in Kombo&apos;s dashboard. In a development environment that happens after two weeks without use.</source>
        <translation>לא פעיל: החיבור כבוי ב־Kombo, ולכן הנתונים אינם מתרעננים. יש להפעיל אותו בלוח הבקרה של Kombo. בסביבת פיתוח זה קורה אחרי שבועיים ללא שימוש.</translation>
    </message>
    <message>
        <source>Install ATS Desk again with its own SQLite (pysqlite3), which must be {} or newer.</source>
        <translation>יש להתקין שוב את ATS Desk עם ה־SQLite שלו (pysqlite3), בגרסה {} ומעלה.</translation>
    </message>
    <message>
        <source>Install `pip install &quot;dlt[{}]&quot;`, and set it up as dlt describes for {}: by environment variables or .dlt/secrets.toml.</source>
        <translation>התקינו `pip install &quot;dlt[{}]&quot;`, והגדירו כפי ש־dlt מתאר עבור {}: במשתני סביבה או ב־.dlt/secrets.toml.</translation>
    </message>
    <message>
        <source>Install it with `pip install &quot;atsdesk[parquet]&quot;`, or export to a workbook or a folder of CSV files.</source>
        <translation>יש להתקין עם `pip install &quot;atsdesk[parquet]&quot;`, או לייצא לחוברת עבודה או לתיקייה של קובצי CSV.</translation>
    </message>
    <message>
        <source>Install it with `pip install &quot;atsdesk[postgres]&quot;`.</source>
        <translation>התקינו אותו בעזרת `pip install &quot;atsdesk[postgres]&quot;`.</translation>
    </message>
    <message>
        <source>Install it with `pip install &quot;atsdesk[warehouse]&quot;`.</source>
        <translation>התקינו אותו בעזרת `pip install &quot;atsdesk[warehouse]&quot;`.</translation>
    </message>
    <message>
        <source>Install the newest version.</source>
        <translation>יש להתקין את הגרסה החדשה ביותר.</translation>
    </message>
    <message>
        <source>Install the newest version; the file was not touched.</source>
        <translation>יש להתקין את הגרסה החדשה ביותר; הקובץ נשאר כשהיה.</translation>
    </message>
    <message>
        <source>Instead of an API key: Settings &gt; Credential Manager &gt; New Credential &gt; OAuth client ID; a system role is needed.</source>
        <translation>במקום מפתח API: ‏Settings &gt; Credential Manager &gt; New Credential &gt; OAuth client ID; נדרש תפקיד מערכת.</translation>
    </message>
    <message>
        <source>Invalid: the ATS no longer lets Kombo in, so that the data is not refreshed. The customer has to connect again; Kombo&apos;s dashboard has a reconnection link. What was read before is still served.</source>
        <translation>לא תקף: מערכת הגיוס כבר אינה מתירה ל־Kombo להיכנס, ולכן הנתונים אינם מתרעננים. הלקוח צריך להתחבר מחדש; בלוח הבקרה של Kombo יש קישור לכך. מה שנקרא קודם עדיין זמין.</translation>
    </message>
    <message>
        <source>Is in {} already: it may join the two.</source>
        <translation>כבר נמצא/ת ב־{}: היא עשויה לאחד בין השניים.</translation>
    </message>
    <message>
        <source>Is known in another account: sending makes a new candidate here.</source>
        <translation>מוכר/ת בחשבון אחר: שליחה תיצור כאן מועמד/ת חדש/ה.</translation>
    </message>
    <message>
        <source>Is on this job already, in {}: do not send again.</source>
        <translation>כבר במשרה הזאת, ב־{}: אין לשלוח שוב.</translation>
    </message>
    <message>
        <source>It could not be read: {}.</source>
        <translation>לא ניתן היה לקרוא אותו: {}.</translation>
    </message>
    <message>
        <source>It did not arrive, and is sent again later.</source>
        <translation>לא הגיע, ויישלח שוב מאוחר יותר.</translation>
    </message>
    <message>
        <source>It has to have a list of objects; nothing was imported.</source>
        <translation>צריכה להיות בו רשימת אובייקטים; דבר לא יובא.</translation>
    </message>
    <message>
        <source>It has {value} cells, fewer than there are headers.</source>
        <translation>יש בה {value} תאים, פחות ממספר הכותרות.</translation>
    </message>
    <message>
        <source>It has {value} cells, more than there are headers.</source>
        <translation>יש בה {value} תאים, יותר ממספר הכותרות.</translation>
    </message>
    <message>
        <source>It is EU, US or CA: the one in which the environment was made, as Kombo&apos;s dashboard shows.</source>
        <translation>‏EU,‏ US או CA: האזור שבו נוצרה הסביבה, כפי שמופיע בלוח הבקרה של Kombo.</translation>
    </message>
    <message>
        <source>It is a draft.</source>
        <translation>היא טיוטה.</translation>
    </message>
    <message>
        <source>It is a template.</source>
        <translation>היא תבנית.</translation>
    </message>
    <message>
        <source>It is archived.</source>
        <translation>היא בארכיון.</translation>
    </message>
    <message>
        <source>It is as it was, and a copy of it is in the folder backups beside it. Make sure that the disk has room and that no other program uses the file, and start again; if it stays so, use the version of ATS Desk that you had before, and report this.</source>
        <translation>הקובץ נשאר כשהיה, ועותק שלו נמצא בתיקייה backups לצידו. יש לוודא שיש מקום בדיסק ושאף תוכנה אחרת אינה משתמשת בקובץ, ולהפעיל שוב; אם זה נמשך, יש להשתמש בגרסה הקודמת של ATS Desk ולדווח.</translation>
    </message>
    <message>
        <source>It is closed.</source>
        <translation>היא סגורה.</translation>
    </message>
    <message>
        <source>It is confidential.</source>
        <translation>היא חסויה.</translation>
    </message>
    <message>
        <source>It is empty.</source>
        <translation>היא ריקה.</translation>
    </message>
    <message>
        <source>It is kept as it came and shown as unknown.</source>
        <translation>הערך נשמר כפי שהגיע ומוצג כלא ידוע.</translation>
    </message>
    <message>
        <source>It is kept as it came and shown as unknown. An update may know it.</source>
        <translation>הערך נשמר כפי שהגיע ומוצג כלא ידוע. ייתכן שעדכון יכיר אותו.</translation>
    </message>
    <message>
        <source>It is left out.</source>
        <translation>הפריט הושמט.</translation>
    </message>
    <message>
        <source>It is needed with a {}.</source>
        <translation>הוא נדרש יחד עם {}.</translation>
    </message>
    <message>
        <source>It is not an object with a text &quot;{}&quot;.</source>
        <translation>זה אינו אובייקט שיש בו טקסט &quot;{}&quot;.</translation>
    </message>
    <message>
        <source>It is not published.</source>
        <translation>היא לא פורסמה.</translation>
    </message>
    <message>
        <source>It is number {} in the outbox, with what the ATS said and what can be done.</source>
        <translation>זו הגשה מספר {} בתיבת ההגשות, עם תשובת מערכת הגיוס ומה אפשר לעשות.</translation>
    </message>
    <message>
        <source>It is on hold.</source>
        <translation>היא בהמתנה.</translation>
    </message>
    <message>
        <source>It is open again.</source>
        <translation>היא נפתחה שוב.</translation>
    </message>
    <message>
        <source>It is open.</source>
        <translation>היא פתוחה.</translation>
    </message>
    <message>
        <source>It is sent again later.</source>
        <translation>יישלח שוב מאוחר יותר.</translation>
    </message>
    <message>
        <source>It is shown to the company&apos;s own people only.</source>
        <translation>היא מוצגת רק לאנשי החברה.</translation>
    </message>
    <message>
        <source>It is the same job as in row {other}: {value}.</source>
        <translation>זו אותה משרה כמו בשורה {other}: {value}.</translation>
    </message>
    <message>
        <source>It is wrong, was deleted or has expired, or belongs to another region. Make one in Kombo&apos;s dashboard under Development &gt; API keys and enter it under Settings, or with `atsdesk accounts key NAME`.</source>
        <translation>הוא שגוי, נמחק, פג תוקפו או שייך לאזור אחר. יש ליצור חדש בלוח הבקרה של Kombo תחת Development &gt; API keys ולהזין אותו בהגדרות, או בפקודה `atsdesk accounts key NAME`.</translation>
    </message>
    <message>
        <source>It looks like +1 202 555 0143.</source>
        <translation>הוא נראה כך: +1 202 555 0143.</translation>
    </message>
    <message>
        <source>It looks like https://api.example.com, without a user name or password in it.</source>
        <translation>היא נראית כך: https://api.example.com, בלי שם משתמש או סיסמה בתוכה.</translation>
    </message>
    <message>
        <source>It looks like https://example.com/page.</source>
        <translation>היא נראית כך: https://example.com/page.</translation>
    </message>
    <message>
        <source>It looks like https://www.linkedin.com/in/name.</source>
        <translation>הוא נראה כך: https://www.linkedin.com/in/name.</translation>
    </message>
    <message>
        <source>It looks like name@example.com.</source>
        <translation>היא נראית כך: name@example.com.</translation>
    </message>
    <message>
        <source>It looks like {&quot;Interview number&quot;: &quot;interviewId&quot;}.</source>
        <translation>הוא נראה כך: {&quot;Interview number&quot;: &quot;interviewId&quot;}.</translation>
    </message>
    <message>
        <source>It needs the scope candidates_create; a client also needs a system role. An administrator grants them in the Credential Manager.</source>
        <translation>נדרש ההיקף candidates_create; ללקוח (client) נדרש גם תפקיד מערכת. מנהל/ת מערכת נותן/ת אותם ב־Credential Manager.</translation>
    </message>
    <message>
        <source>It needs {}; a client also needs a system role. An administrator grants them in the Credential Manager.</source>
        <translation>נדרש {}; ללקוח (client) נדרש גם תפקיד מערכת. מנהל/ת מערכת נותן/ת אותם ב־Credential Manager.</translation>
    </message>
    <message>
        <source>It says: {}.</source>
        <translation>הודעתה: {}.</translation>
    </message>
    <message>
        <source>It takes {} characters. Check that nothing else was pasted with it.</source>
        <translation>נכנסים בו {} תווים. כדאי לבדוק שלא הודבק איתו דבר נוסף.</translation>
    </message>
    <message>
        <source>It was sent or thrown away.</source>
        <translation>היא נשלחה או נזרקה.</translation>
    </message>
    <message>
        <source>It was undone before, or it is another number.</source>
        <translation>הוא כבר בוטל, או שהמספר אחר.</translation>
    </message>
    <message>
        <source>It will not be sent.</source>
        <translation>לא יישלח.</translation>
    </message>
    <message>
        <source>Its first row holds the headers, the others one person each.</source>
        <translation>בשורה הראשונה הכותרות, ובכל שורה אחרת אדם אחד.</translation>
    </message>
    <message>
        <source>Its headers are: {}. Add the column to the report, or map a header to it with `atsdesk import`.</source>
        <translation>הכותרות שלה: {}. יש להוסיף את העמודה לדוח, או למפות אליה כותרת עם `atsdesk import`.</translation>
    </message>
    <message>
        <source>Its times are kept by its own clock; correct the zone in the ATS to have them in UTC.</source>
        <translation>השעות שלו נשמרות לפי שעונו; כדי לקבל אותן ב־UTC יש לתקן את אזור הזמן במערכת הגיוס.</translation>
    </message>
    <message>
        <source>Kombo answered with a web page or with nothing instead of data.</source>
        <translation>‏Kombo החזירה דף אינטרנט או תשובה ריקה במקום נתונים.</translation>
    </message>
    <message>
        <source>Kombo cannot be asked for candidates by their age: everything that it holds is read. A date filter in Kombo&apos;s own dashboard limits what it holds.</source>
        <translation>אי אפשר לבקש מ־Kombo מועמדים לפי ותק: נקרא כל מה ששמור בו. מסנן תאריכים בלוח הבקרה של Kombo עצמו מגביל את מה ששמור בו.</translation>
    </message>
    <message>
        <source>Kombo cannot do this in this ATS.</source>
        <translation>‏Kombo אינה יכולה לעשות זאת במערכת הגיוס הזאת.</translation>
    </message>
    <message>
        <source>Kombo did not accept the request ({status}{code}).</source>
        <translation>‏Kombo לא קיבלה את הבקשה ({status}{code}).</translation>
    </message>
    <message>
        <source>Kombo did not accept the request.</source>
        <translation>‏Kombo לא קיבלה את הבקשה.</translation>
    </message>
    <message>
        <source>Kombo does not take requests from where this computer is.</source>
        <translation>‏Kombo אינה מקבלת בקשות מהמקום שבו נמצא המחשב הזה.</translation>
    </message>
    <message>
        <source>Kombo gave up waiting for the ATS.</source>
        <translation>‏Kombo הפסיקה להמתין למערכת הגיוס.</translation>
    </message>
    <message>
        <source>Kombo has a fault of its own.</source>
        <translation>יש תקלה אצל Kombo.</translation>
    </message>
    <message>
        <source>Kombo is still reading the ATS for the first time, which takes from seconds to hours.</source>
        <translation>‏Kombo עדיין קוראת את מערכת הגיוס בפעם הראשונה, וזה נמשך בין שניות לשעות.</translation>
    </message>
    <message>
        <source>Kombo kept saying that too many requests were made.</source>
        <translation>‏Kombo הודיעה שוב ושוב שנשלחו יותר מדי בקשות.</translation>
    </message>
    <message>
        <source>Kombo knows no connection with this integration ID.</source>
        <translation>‏Kombo אינה מכירה חיבור עם המזהה (integration ID) הזה.</translation>
    </message>
    <message>
        <source>Kombo refused the API key.</source>
        <translation>‏Kombo דחתה את מפתח ה־API.</translation>
    </message>
    <message>
        <source>Kombo stands in front of more than 50 systems. One key may serve several connections: add an account for each.</source>
        <translation>‏Kombo מחברת ליותר מ־50 מערכות. מפתח אחד יכול לשמש כמה חיבורים: יש להוסיף חשבון לכל אחד.</translation>
    </message>
    <message>
        <source>Kombo tells no limits for files.</source>
        <translation>Kombo אינו מציין מגבלות לקבצים.</translation>
    </message>
    <message>
        <source>Kombo&apos;s answer about the connection could not be read.</source>
        <translation>לא ניתן היה לקרוא את התשובה של Kombo לגבי החיבור.</translation>
    </message>
    <message>
        <source>Kombo&apos;s answer does not say whether the application arrived ({}).</source>
        <translation>התשובה של Kombo אינה מציינת אם המועמדות הגיעה ({}).</translation>
    </message>
    <message>
        <source>Kombo&apos;s limits for files are not as documented.</source>
        <translation>המגבלות של Kombo לקבצים אינן כפי שמתועד.</translation>
    </message>
    <message>
        <source>Leave it out, or ask SmartRecruiters whether your plan includes it.</source>
        <translation>אפשר להשמיט אותה, או לברר עם SmartRecruiters אם היא כלולה במסלול שלכם.</translation>
    </message>
    <message>
        <source>Leave it out: addresses are kept and shown. The password is asked for, and kept in the keyring.</source>
        <translation>השמיטו אותה: כתובות נשמרות ומוצגות. הסיסמה תתבקש, ותישמר בצרור המפתחות.</translation>
    </message>
    <message>
        <source>Leave it out: make a profile with the columns you need.</source>
        <translation>השמיטו אותה: צרו פרופיל עם העמודות הדרושות לכם.</translation>
    </message>
    <message>
        <source>Leave it out: there are no settings.</source>
        <translation>יש להשמיט אותה: אין הגדרות.</translation>
    </message>
    <message>
        <source>Look for a dialog of the keyring that waits for a password, perhaps behind other windows.</source>
        <translation>כדאי לחפש חלון של צרור המפתחות שממתין לסיסמה, אולי מאחורי חלונות אחרים.</translation>
    </message>
    <message>
        <source>Look for the id with `atsdesk erase --email ADDRESS`.</source>
        <translation>אפשר לחפש את המזהה עם `atsdesk erase --email ADDRESS`.</translation>
    </message>
    <message>
        <source>Look in the ATS itself; the key may lack a permission.</source>
        <translation>כדאי לבדוק במערכת הגיוס עצמה; ייתכן שלמפתח חסרה הרשאה.</translation>
    </message>
    <message>
        <source>Look in the ATS whether the candidate is there before you send them again.</source>
        <translation>יש לבדוק במערכת הגיוס אם המועמד נמצא בה לפני שליחה חוזרת.</translation>
    </message>
    <message>
        <source>Look there, and say which one it is.</source>
        <translation>יש לבדוק שם ולציין מי מהם.</translation>
    </message>
    <message>
        <source>Look there: say that it has arrived, or send it again.</source>
        <translation>יש לבדוק שם: לציין שהגיע, או לשלוח שוב.</translation>
    </message>
    <message>
        <source>Look under {}.</source>
        <translation>כדאי לבדוק תחת {}.</translation>
    </message>
    <message>
        <source>Look whether the credential is still active under {}.</source>
        <translation>כדאי לבדוק אם ההרשאה עדיין פעילה תחת {}.</translation>
    </message>
    <message>
        <source>Make it smaller: fewer or smaller pictures, or a PDF of it.</source>
        <translation>יש להקטין אותו: פחות תמונות או תמונות קטנות יותר, או להמיר ל־PDF.</translation>
    </message>
    <message>
        <source>Make sure that the disk has room and that no other program uses the folder, and try again.</source>
        <translation>יש לוודא שיש מקום בדיסק ושאין תוכנה אחרת שמשתמשת בתיקייה, ולנסות שוב.</translation>
    </message>
    <message>
        <source>Make sure that there is room, and that you may write to {}.</source>
        <translation>יש לוודא שיש מקום ושמותר לכתוב אל {}.</translation>
    </message>
    <message>
        <source>Map it to a column of the table, or to an empty text to leave it out.</source>
        <translation>יש למפות אותה לעמודה של הטבלה, או לטקסט ריק כדי להשמיט אותה.</translation>
    </message>
    <message>
        <source>Map one of them.</source>
        <translation>יש למפות אחת מהן.</translation>
    </message>
    <message>
        <source>Map the headers, or mend the file, and import it again; nothing was written.</source>
        <translation>יש למפות את הכותרות או לתקן את הקובץ, ולייבא שוב; דבר לא נכתב.</translation>
    </message>
    <message>
        <source>Mend the file and import it again; nothing was written.</source>
        <translation>יש לתקן את הקובץ ולייבא שוב; דבר לא נכתב.</translation>
    </message>
    <message>
        <source>Move the folder to a disk of this computer and name it with --data-dir; backups may lie anywhere.</source>
        <translation>יש להעביר את התיקייה לדיסק של המחשב הזה ולציין אותה עם --data-dir; גיבויים יכולים להימצא בכל מקום.</translation>
    </message>
    <message>
        <source>Moved from {} to {}</source>
        <translation>מעבר מ־{} אל {}</translation>
    </message>
    <message>
        <source>Name another file.</source>
        <translation>יש לציין קובץ אחר.</translation>
    </message>
    <message>
        <source>Name it by continent and city, like Asia/Jerusalem, or leave it out for UTC.</source>
        <translation>יש לציין יבשת ועיר, למשל Asia/Jerusalem, או להשמיט כדי לקבל UTC.</translation>
    </message>
    <message>
        <source>Name one of: {}.</source>
        <translation>יש לציין אחד מאלה: {}.</translation>
    </message>
    <message>
        <source>No column stands for the title of the jobs: say which one it is.</source>
        <translation>אין עמודה שמייצגת את שם המשרה: יש לציין איזו.</translation>
    </message>
    <message>
        <source>No column tells which table this is: map at least an id, such as Interview ID.</source>
        <translation>אין עמודה שמעידה איזו טבלה זו: יש למפות לפחות מזהה, למשל Interview ID.</translation>
    </message>
    <message>
        <source>No job is chosen.</source>
        <translation>לא נבחרה משרה.</translation>
    </message>
    <message>
        <source>No job is chosen: the candidate gets no further application, only what is written here.</source>
        <translation>לא נבחרה משרה: לא תיווצר מועמדות נוספת, רק מה שנכתב כאן יתווסף.</translation>
    </message>
    <message>
        <source>No row looks like headers, so the columns have letters for names.</source>
        <translation>אף שורה אינה נראית ככותרות, ולכן העמודות נקראות באותיות.</translation>
    </message>
    <message>
        <source>No row of it can be used.</source>
        <translation>אף שורה בו אינה שמישה.</translation>
    </message>
    <message>
        <source>Nobody could read it: save it without password.</source>
        <translation>איש לא יוכל לקרוא אותו: יש לשמור בלי סיסמה.</translation>
    </message>
    <message>
        <source>Nobody with the id &quot;{}&quot; was forgotten in {}.</source>
        <translation>אין אדם עם המזהה &quot;{}&quot; שנמחק מ־{}.</translation>
    </message>
    <message>
        <source>None of these columns is there any more.</source>
        <translation>אף אחת מהעמודות האלה כבר אינה קיימת.</translation>
    </message>
    <message>
        <source>Not complete: finish the open steps in Kombo&apos;s dashboard.</source>
        <translation>לא הושלם: יש להשלים את הצעדים הפתוחים בלוח הבקרה של Kombo.</translation>
    </message>
    <message>
        <source>Not everything could be read ({}).</source>
        <translation>לא ניתן היה לקרוא הכול ({}).</translation>
    </message>
    <message>
        <source>Nothing is amiss with this program; look again another day.</source>
        <translation>אין תקלה בתוכנה; אפשר לחפש שוב ביום אחר.</translation>
    </message>
    <message>
        <source>Nothing is left to do: the application is in the ATS.</source>
        <translation>לא נשאר מה לעשות: המועמדות נמצאת במערכת הגיוס.</translation>
    </message>
    <message>
        <source>Nothing was changed there. Publish again; the next time everything that is missing is sent.</source>
        <translation>דבר לא השתנה שם. פרסמו שוב; בפעם הבאה יישלח כל מה שחסר.</translation>
    </message>
    <message>
        <source>Nothing was changed. Try again.</source>
        <translation>דבר לא השתנה. אפשר לנסות שוב.</translation>
    </message>
    <message>
        <source>Nothing was lost; try again later.</source>
        <translation>דבר לא אבד; כדאי לנסות שוב מאוחר יותר.</translation>
    </message>
    <message>
        <source>Nothing was sent there. If the ATS has moved, change the account&apos;s address.</source>
        <translation>דבר לא נשלח לשם. אם מערכת הגיוס עברה, יש לשנות את כתובת החשבון.</translation>
    </message>
    <message>
        <source>Number of the row where it comes from.</source>
        <translation>מספר השורה במקום שממנו באה.</translation>
    </message>
    <message>
        <source>On Linux install and start gnome-keyring or KWallet and log in again.</source>
        <translation>ב־Linux יש להתקין ולהפעיל את gnome-keyring או את KWallet ולהיכנס מחדש.</translation>
    </message>
    <message>
        <source>On a machine without a keyring, set {}.</source>
        <translation>במחשב שאין בו צרור מפתחות יש להגדיר את {}.</translation>
    </message>
    <message>
        <source>One of the {} could not be read and was set aside.</source>
        <translation>רשומה אחת של {} לא ניתנה לקריאה והושמה בצד.</translation>
    </message>
    <message>
        <source>One of the {} has a {} that is no usable date.</source>
        <translation>באחת הרשומות של {} יש {} שאינו תאריך תקין.</translation>
    </message>
    <message>
        <source>Open it again.</source>
        <translation>יש לפתוח שוב.</translation>
    </message>
    <message>
        <source>Open it in Excel and save it anew as .xlsx, or as CSV UTF-8.</source>
        <translation>יש לפתוח ב־Excel ולשמור מחדש בתור ‎.xlsx או CSV UTF-8.</translation>
    </message>
    <message>
        <source>Open it in the ATS.</source>
        <translation>אפשר לפתוח במערכת הגיוס.</translation>
    </message>
    <message>
        <source>Open it in the program it was made with, and save it anew.</source>
        <translation>יש לפתוח בתוכנה שבה נוצר ולשמור מחדש.</translation>
    </message>
    <message>
        <source>Open it to see, and save it anew.</source>
        <translation>כדאי לפתוח ולראות, ולשמור מחדש.</translation>
    </message>
    <message>
        <source>Open the file in the ATS.</source>
        <translation>אפשר לפתוח את הקובץ במערכת הגיוס.</translation>
    </message>
    <message>
        <source>Open the profile and copy its address: https://www.linkedin.com/in/name.</source>
        <translation>יש לפתוח את הפרופיל ולהעתיק את כתובתו: https://www.linkedin.com/in/name.</translation>
    </message>
    <message>
        <source>Open the report in Report Builder and run it there; then sync again. What was read before stays.</source>
        <translation>יש לפתוח את הדוח ב־Report Builder ולהריץ אותו שם; אחר כך לסנכרן שוב. מה שנקרא קודם נשאר.</translation>
    </message>
    <message>
        <source>Outdated since {}: what is shared was changed in Kombo; its next good sync brings it up to date, and then everything is read again here.</source>
        <translation>לא עדכני מאז {}: היקף השיתוף השתנה ב־Kombo; הסנכרון התקין הבא שלה יעדכן, ואז הכול ייקרא כאן שוב.</translation>
    </message>
    <message>
        <source>Pack it again.</source>
        <translation>יש לארוז מחדש.</translation>
    </message>
    <message>
        <source>Parquet files need DuckDB, which is not installed.</source>
        <translation>לקובצי Parquet דרוש DuckDB, שאינו מותקן.</translation>
    </message>
    <message>
        <source>Paste codes, ids, addresses or titles of jobs, one or more to a line.</source>
        <translation>יש להדביק קודים, מזהים, כתובות או שמות של משרות, אחד או יותר בשורה.</translation>
    </message>
    <message>
        <source>Paste it as the ATS shows it.</source>
        <translation>יש להדביק כפי שמופיע במערכת הגיוס.</translation>
    </message>
    <message>
        <source>Please report it with the details; your data is whole.</source>
        <translation>נודה על דיווח בצירוף הפרטים; הנתונים שלמים.</translation>
    </message>
    <message>
        <source>Portfolio, website, other profiles.</source>
        <translation>תיק עבודות, אתר, פרופילים נוספים.</translation>
    </message>
    <message>
        <source>Programs are not sent.</source>
        <translation>תוכנות אינן נשלחות.</translation>
    </message>
    <message>
        <source>Publish again: everything of this folder is then replaced.</source>
        <translation>פרסמו שוב: כל מה ששייך לתיקייה הזו יוחלף אז.</translation>
    </message>
    <message>
        <source>Publish to another schema (?schema=...), or take the account over: `atsdesk publish --take-over`. Its rows there are then replaced by yours.</source>
        <translation>פרסמו לסכמה אחרת (?schema=...), או קבלו את החשבון לידיכם: `atsdesk publish --take-over`. השורות שלו שם יוחלפו אז בשלכם.</translation>
    </message>
    <message>
        <source>Publish to another schema (?schema=...).</source>
        <translation>פרסמו לסכמה אחרת (?schema=...).</translation>
    </message>
    <message>
        <source>Publishing to PostgreSQL needs psycopg, which is not installed.</source>
        <translation>לפרסום ל־PostgreSQL דרוש psycopg, שאינו מותקן.</translation>
    </message>
    <message>
        <source>Publishing to a warehouse needs dlt, which is not installed.</source>
        <translation>לפרסום למחסן נתונים דרוש dlt, שאינו מותקן.</translation>
    </message>
    <message>
        <source>Remove the rows of the account there, and its row in {}, and publish again.</source>
        <translation>הסירו שם את שורות החשבון ואת השורה שלו ב־{}, ופרסמו שוב.</translation>
    </message>
    <message>
        <source>Rename it there, or publish to another schema (?schema=...).</source>
        <translation>שנו את שמה שם, או פרסמו לסכמה אחרת (?schema=...).</translation>
    </message>
    <message>
        <source>Rename it.</source>
        <translation>יש לשנות את השם.</translation>
    </message>
    <message>
        <source>Rename one of the two.</source>
        <translation>יש לשנות את השם של אחד מהשניים.</translation>
    </message>
    <message>
        <source>Report this with the details; nothing was lost.</source>
        <translation>כדאי לדווח בצירוף הפרטים; דבר לא אבד.</translation>
    </message>
    <message>
        <source>Report this with the details; the other lists go on.</source>
        <translation>כדאי לדווח בצירוף הפרטים; שאר הרשימות ממשיכות.</translation>
    </message>
    <message>
        <source>Row {} has no {}.</source>
        <translation>בשורה {} אין {}.</translation>
    </message>
    <message>
        <source>Row {} has {} cells instead of {}.</source>
        <translation>בשורה {} יש {} תאים במקום {}.</translation>
    </message>
    <message>
        <source>Row {} is no object.</source>
        <translation>שורה {} אינה אובייקט.</translation>
    </message>
    <message>
        <source>SQLite {} is too old to keep your data safe.</source>
        <translation>‏SQLite {} ישן מכדי לשמור על הנתונים.</translation>
    </message>
    <message>
        <source>Save it anew as CSV.</source>
        <translation>יש לשמור מחדש בתור CSV.</translation>
    </message>
    <message>
        <source>Save it anew in the program it was made with.</source>
        <translation>יש לשמור מחדש בתוכנה שבה נוצר.</translation>
    </message>
    <message>
        <source>Save it as .xlsx or as CSV UTF-8; nothing was imported.</source>
        <translation>יש לשמור בתור ‎.xlsx או CSV UTF-8; דבר לא יובא.</translation>
    </message>
    <message>
        <source>Save it as .xlsx without a password, or as CSV UTF-8; nothing was imported.</source>
        <translation>יש לשמור בתור ‎.xlsx בלי סיסמה, או CSV UTF-8; דבר לא יובא.</translation>
    </message>
    <message>
        <source>Save it as one of these.</source>
        <translation>יש לשמור באחד מאלה.</translation>
    </message>
    <message>
        <source>Save it as what its name says, or rename it.</source>
        <translation>יש לשמור לפי מה ששמו אומר, או לשנות את השם.</translation>
    </message>
    <message>
        <source>Save it as “CSV UTF-8” and import it again; nothing was imported.</source>
        <translation>יש לשמור אותו בתור &quot;CSV UTF-8&quot; ולייבא שוב; דבר לא יובא.</translation>
    </message>
    <message>
        <source>Save it as “CSV UTF-8”, or as an Excel workbook.</source>
        <translation>יש לשמור בתור &quot;CSV UTF-8&quot;, או כחוברת Excel.</translation>
    </message>
    <message>
        <source>Save the list itself, as .xlsx, CSV, XML or JSON.</source>
        <translation>יש לשמור את הרשימה עצמה, בתור ‎.xlsx,‏ CSV,‏ XML או JSON.</translation>
    </message>
    <message>
        <source>Save the sheet with the jobs alone and import that.</source>
        <translation>יש לשמור רק את הגיליון עם המשרות ולייבא אותו.</translation>
    </message>
    <message>
        <source>Save what can be saved with `atsdesk doctor --repair`, and sync again.</source>
        <translation>אפשר להציל את מה שניתן עם `atsdesk doctor --repair`, ולסנכרן שוב.</translation>
    </message>
    <message>
        <source>Say what the headers stand for, or mend the file; nothing was written.</source>
        <translation>יש לציין מה הכותרות מייצגות, או לתקן את הקובץ; דבר לא נכתב.</translation>
    </message>
    <message>
        <source>Secrets are kept in this computer&apos;s keyring.</source>
        <translation>סודות נשמרים בצרור המפתחות של המחשב הזה.</translation>
    </message>
    <message>
        <source>See `atsdesk issues {}`.</source>
        <translation>ראו `atsdesk issues {}`.</translation>
    </message>
    <message>
        <source>See `atsdesk issues {}`; what is stored here is as it was.</source>
        <translation>ראו `atsdesk issues {}`; מה ששמור כאן נשאר כשהיה.</translation>
    </message>
    <message>
        <source>See `atsdesk jobs list {}`.</source>
        <translation>ראו `atsdesk jobs list {}`.</translation>
    </message>
    <message>
        <source>See `atsdesk jobs own`.</source>
        <translation>ראו `atsdesk jobs own`.</translation>
    </message>
    <message>
        <source>See `atsdesk outbox list {}`.</source>
        <translation>ראו `atsdesk outbox list {}`.</translation>
    </message>
    <message>
        <source>See `atsdesk outbox`.</source>
        <translation>ראו `atsdesk outbox`.</translation>
    </message>
    <message>
        <source>See what there is: `atsdesk jobs list {}`.</source>
        <translation>כדי לראות מה יש: `atsdesk jobs list {}`.</translation>
    </message>
    <message>
        <source>Seen on {}.</source>
        <translation>נראה ב־{}.</translation>
    </message>
    <message>
        <source>Send a smaller file.</source>
        <translation>יש לשלוח קובץ קטן יותר.</translation>
    </message>
    <message>
        <source>Send anyway, say that it is the same person, or call it off.</source>
        <translation>אפשר לשלוח בכל זאת, לציין שזה אותו אדם, או לבטל את ההגשה.</translation>
    </message>
    <message>
        <source>Send fewer or smaller files.</source>
        <translation>יש לשלוח פחות קבצים או קטנים יותר.</translation>
    </message>
    <message>
        <source>Send it as another kind of file, or leave it out.</source>
        <translation>יש לשלוח כסוג קובץ אחר, או להשמיט.</translation>
    </message>
    <message>
        <source>Set it to a number, or leave it out for the usual one.</source>
        <translation>יש להגדיר מספר, או להשמיט כדי לקבל את הרגיל.</translation>
    </message>
    <message>
        <source>Set it to a smaller number, or leave it out.</source>
        <translation>יש להגדיר מספר קטן יותר, או להשמיט.</translation>
    </message>
    <message>
        <source>Shorten it.</source>
        <translation>יש לקצר.</translation>
    </message>
    <message>
        <source>Show it with --deleted.</source>
        <translation>אפשר להציג אותו עם ‎--deleted.</translation>
    </message>
    <message>
        <source>Show other columns and export again.</source>
        <translation>יש להציג עמודות אחרות ולייצא שוב.</translation>
    </message>
    <message>
        <source>Shown once, when the client is made.</source>
        <translation>מוצג פעם אחת בלבד, כשהלקוח (client) נוצר.</translation>
    </message>
    <message>
        <source>SmartRecruiters answered with a web page or with nothing instead of a table.</source>
        <translation>‏SmartRecruiters החזירה דף אינטרנט או תשובה ריקה במקום טבלה.</translation>
    </message>
    <message>
        <source>SmartRecruiters answered with a web page or with nothing instead of data.</source>
        <translation>‏SmartRecruiters החזירה דף אינטרנט או תשובה ריקה במקום נתונים.</translation>
    </message>
    <message>
        <source>SmartRecruiters answered with another object than was asked for.</source>
        <translation>‏SmartRecruiters החזירה פריט אחר מזה שהתבקש.</translation>
    </message>
    <message>
        <source>SmartRecruiters cannot be asked by creation: candidates are read by their last change. Older ones come when they change. Reports and data services come as they are.</source>
        <translation>אי אפשר לבקש מ־SmartRecruiters לפי מועד היצירה: מועמדים נקראים לפי השינוי האחרון שלהם. ישנים יותר מגיעים כשהם משתנים. דוחות ושירותי נתונים מגיעים כפי שהם.</translation>
    </message>
    <message>
        <source>SmartRecruiters could not make the report of interviews.</source>
        <translation>‏SmartRecruiters לא הצליחה להפיק את דוח הראיונות.</translation>
    </message>
    <message>
        <source>SmartRecruiters did not accept it ({}).</source>
        <translation>‏SmartRecruiters לא קיבלה זאת ({}).</translation>
    </message>
    <message>
        <source>SmartRecruiters did not accept the request ({}).</source>
        <translation>‏SmartRecruiters לא קיבלה את הבקשה ({}).</translation>
    </message>
    <message>
        <source>SmartRecruiters does not let this key do it.</source>
        <translation>‏SmartRecruiters אינה מתירה זאת למפתח הזה.</translation>
    </message>
    <message>
        <source>SmartRecruiters does not let this key read &quot;{}&quot;.</source>
        <translation>‏SmartRecruiters אינה מתירה למפתח הזה לקרוא את &quot;{}&quot;.</translation>
    </message>
    <message>
        <source>SmartRecruiters does not offer &quot;{}&quot; to this key.</source>
        <translation>‏SmartRecruiters אינה מציעה את &quot;{}&quot; למפתח הזה.</translation>
    </message>
    <message>
        <source>SmartRecruiters does not tell the id of an application, so that its interviews cannot be asked for.</source>
        <translation>‏SmartRecruiters אינה מציינת מזהה של מועמדות, ולכן אי אפשר לבקש את הראיונות שלה.</translation>
    </message>
    <message>
        <source>SmartRecruiters gave no access token (it answered {}).</source>
        <translation>‏SmartRecruiters לא נתנה אסימון גישה (התשובה: {}).</translation>
    </message>
    <message>
        <source>SmartRecruiters has no such address.</source>
        <translation>אין כתובת כזאת ב־SmartRecruiters.</translation>
    </message>
    <message>
        <source>SmartRecruiters names 2 MB for one of its ways in, and nothing for this one.</source>
        <translation>‏SmartRecruiters מציינת 2 MB לאחת הדרכים להגשה, ואינה מציינת דבר לדרך הזאת.</translation>
    </message>
    <message>
        <source>SmartRecruiters no longer has it.</source>
        <translation>זה כבר לא קיים ב־SmartRecruiters.</translation>
    </message>
    <message>
        <source>SmartRecruiters refused the API key, or the client id and secret.</source>
        <translation>‏SmartRecruiters דחתה את מפתח ה־API, או את ה־client id והסוד.</translation>
    </message>
    <message>
        <source>SmartRecruiters&apos; answer does not say whether it arrived ({}).</source>
        <translation>התשובה של SmartRecruiters אינה מציינת אם זה הגיע ({}).</translation>
    </message>
    <message>
        <source>SmartRecruiters&apos; answer does not say whom it made.</source>
        <translation>התשובה של SmartRecruiters אינה מציינת את מי יצרה.</translation>
    </message>
    <message>
        <source>SmartRecruiters&apos; answer holds no list &quot;content&quot;.</source>
        <translation>בתשובה של SmartRecruiters אין רשימה &quot;content&quot;.</translation>
    </message>
    <message>
        <source>SmartRecruiters&apos; answer was cut short or is not what was asked for.</source>
        <translation>התשובה של SmartRecruiters נקטעה או שאינה מה שהתבקש.</translation>
    </message>
    <message>
        <source>SmartRecruiters&apos; answer was cut short.</source>
        <translation>התשובה של SmartRecruiters נקטעה.</translation>
    </message>
    <message>
        <source>Some fields are missing; ask for the permissions at the ATS.</source>
        <translation>חסרים שדות; יש לבקש את ההרשאות ממערכת הגיוס.</translation>
    </message>
    <message>
        <source>Some systems behind Kombo ask for it.</source>
        <translation>יש מערכות מאחורי Kombo שמבקשות זאת.</translation>
    </message>
    <message>
        <source>Somebody changed the tables in {} ({}).</source>
        <translation>מישהו שינה את הטבלאות ב־{} ({}).</translation>
    </message>
    <message>
        <source>Somebody like this is on the job already.</source>
        <translation>אדם דומה כבר נמצא במשרה.</translation>
    </message>
    <message>
        <source>Somebody to keep in touch with, who has not applied.</source>
        <translation>אדם ששווה לשמור על קשר איתו ושלא הגיש מועמדות.</translation>
    </message>
    <message>
        <source>Split it.</source>
        <translation>יש לפצל.</translation>
    </message>
    <message>
        <source>Starting with the computer could not be changed.</source>
        <translation>לא ניתן היה לשנות את ההפעלה עם עליית המחשב.</translation>
    </message>
    <message>
        <source>Step {}</source>
        <translation>שלב {}</translation>
    </message>
    <message>
        <source>Submission {} ({}) {}.</source>
        <translation>הגשה {} ({}) {}.</translation>
    </message>
    <message>
        <source>Such a file harms whoever opens it: ask for another one.</source>
        <translation>קובץ כזה מזיק למי שפותח אותו: יש לבקש אחר.</translation>
    </message>
    <message>
        <source>Switch it on in Kombo&apos;s dashboard. In a development environment that happens after two weeks without use.</source>
        <translation>יש להפעיל אותו בלוח הבקרה של Kombo. בסביבת פיתוח זה קורה אחרי שבועיים ללא שימוש.</translation>
    </message>
    <message>
        <source>Switch it on there if it is wanted.</source>
        <translation>אפשר להפעיל שם, אם רוצים.</translation>
    </message>
    <message>
        <source>Switch them on there if they are wanted; until then the list is left out.</source>
        <translation>אפשר להפעיל שם, אם רוצים; עד אז הרשימה מושמטת.</translation>
    </message>
    <message>
        <source>Sync again later: the run under way is used then.</source>
        <translation>יש לסנכרן שוב מאוחר יותר: ההפקה שמתבצעת כעת תשמש אז.</translation>
    </message>
    <message>
        <source>Sync it first: `atsdesk sync {}`.</source>
        <translation>יש לסנכרן אותו תחילה: `atsdesk sync {}`.</translation>
    </message>
    <message>
        <source>Sync the account to see which files there are; look in the ATS itself for the file.</source>
        <translation>יש לסנכרן את החשבון כדי לראות אילו קבצים יש; את הקובץ אפשר לחפש במערכת הגיוס עצמה.</translation>
    </message>
    <message>
        <source>Sync the account: `atsdesk sync {}`.</source>
        <translation>יש לסנכרן את החשבון: `atsdesk sync {}`.</translation>
    </message>
    <message>
        <source>Sync the account; {} may ask for answers that are missing here. {}.</source>
        <translation>יש לסנכרן את החשבון; {} עשויה לבקש תשובות שחסרות כאן. {}.</translation>
    </message>
    <message>
        <source>Sync without asking: what comes is fresh.</source>
        <translation>אפשר לסנכרן בלי לבקש: מה שמגיע עדכני.</translation>
    </message>
    <message>
        <source>Sync, and choose a job that is open.</source>
        <translation>יש לסנכרן ולבחור משרה פתוחה.</translation>
    </message>
    <message>
        <source>Take it out.</source>
        <translation>יש להוציא.</translation>
    </message>
    <message>
        <source>Take one of the two out; the first one is sent.</source>
        <translation>יש להוציא אחד מהשניים; הראשון נשלח.</translation>
    </message>
    <message>
        <source>Take some out, or send them as other files.</source>
        <translation>יש להוציא חלק, או לשלוח כקבצים אחרים.</translation>
    </message>
    <message>
        <source>Take some out.</source>
        <translation>יש להוציא חלק.</translation>
    </message>
    <message>
        <source>Take the others out.</source>
        <translation>יש להוציא את האחרים.</translation>
    </message>
    <message>
        <source>Test the account: `atsdesk accounts test {}`.</source>
        <translation>אפשר לבדוק את החשבון: `atsdesk accounts test {}`.</translation>
    </message>
    <message>
        <source>The API key or the integration ID holds signs that neither can have.</source>
        <translation>במפתח ה־API או במזהה החיבור יש תווים שאינם אפשריים.</translation>
    </message>
    <message>
        <source>The ATS behind Kombo allows no more requests for now.</source>
        <translation>מערכת הגיוס שמאחורי Kombo אינה מתירה עוד בקשות כרגע.</translation>
    </message>
    <message>
        <source>The ATS behind Kombo answered something that Kombo does not understand.</source>
        <translation>מערכת הגיוס שמאחורי Kombo ענתה משהו ש־Kombo אינה מבינה.</translation>
    </message>
    <message>
        <source>The ATS behind Kombo did not accept what was sent.</source>
        <translation>מערכת הגיוס שמאחורי Kombo לא קיבלה את מה שנשלח.</translation>
    </message>
    <message>
        <source>The ATS behind Kombo has no &quot;{what}&quot;, or Kombo does not read them from it.</source>
        <translation>במערכת הגיוס שמאחורי Kombo אין &quot;{what}&quot;, או ש־Kombo אינה קוראת אותם ממנה.</translation>
    </message>
    <message>
        <source>The ATS behind Kombo is not available.</source>
        <translation>מערכת הגיוס שמאחורי Kombo אינה זמינה.</translation>
    </message>
    <message>
        <source>The ATS did not answer in time. Try again later.</source>
        <translation>מערכת הגיוס לא ענתה בזמן. כדאי לנסות שוב מאוחר יותר.</translation>
    </message>
    <message>
        <source>The ATS did not give the file (it answered {}).</source>
        <translation>מערכת הגיוס לא מסרה את הקובץ (התשובה: {}).</translation>
    </message>
    <message>
        <source>The ATS does not let Kombo read &quot;{what}&quot;.</source>
        <translation>מערכת הגיוס אינה מתירה ל־Kombo לקרוא את &quot;{what}&quot;.</translation>
    </message>
    <message>
        <source>The ATS does not say whether it is open and on show.</source>
        <translation>מערכת הגיוס אינה מציינת אם היא פתוחה ומוצגת.</translation>
    </message>
    <message>
        <source>The ATS has a fault of its own (it answered {}).</source>
        <translation>יש תקלה במערכת הגיוס (התשובה: {}).</translation>
    </message>
    <message>
        <source>The ATS kept saying that too many requests were made.</source>
        <translation>מערכת הגיוס הודיעה שוב ושוב שנשלחו יותר מדי בקשות.</translation>
    </message>
    <message>
        <source>The ATS marks {} of {} records of {} as deleted. Nothing was deleted here.</source>
        <translation>מערכת הגיוס מסמנת {} מתוך {} רשומות של {} כמחוקות. כאן לא נמחק דבר.</translation>
    </message>
    <message>
        <source>The ATS may refuse an application without it.</source>
        <translation>מערכת הגיוס עלולה לסרב לקבל מועמדות בלעדיו.</translation>
    </message>
    <message>
        <source>The ATS may refuse it.</source>
        <translation>מערכת הגיוס עלולה לסרב לקבל זאת.</translation>
    </message>
    <message>
        <source>The ATS may refuse it: shorten it.</source>
        <translation>מערכת הגיוס עלולה לסרב לקבל זאת: יש לקצר.</translation>
    </message>
    <message>
        <source>The ATS no longer has it.</source>
        <translation>זה כבר אינו במערכת הגיוס.</translation>
    </message>
    <message>
        <source>The ATS no longer has this file, or does not show it to this key.</source>
        <translation>הקובץ כבר אינו במערכת הגיוס, או שאינו גלוי למפתח הזה.</translation>
    </message>
    <message>
        <source>The ATS no longer lets Kombo in.</source>
        <translation>מערכת הגיוס כבר אינה מתירה ל־Kombo להיכנס.</translation>
    </message>
    <message>
        <source>The ATS pointed to another address ({}), which was not followed.</source>
        <translation>מערכת הגיוס הפנתה לכתובת אחרת ({}), ו־ATS Desk לא פנה אליה.</translation>
    </message>
    <message>
        <source>The ATS sent more than 50 MB in one answer.</source>
        <translation>מערכת הגיוס שלחה יותר מ־50 MB בתשובה אחת.</translation>
    </message>
    <message>
        <source>The ATS still has people who were forgotten here. What came of them was not kept.</source>
        <translation>במערכת הגיוס עדיין יש אנשים שכל המידע עליהם נמחק כאן. מה שהגיע עליהם לא נשמר.</translation>
    </message>
    <message>
        <source>The ATS&apos;s answer holds no list &quot;{}&quot;.</source>
        <translation>בתשובה של מערכת הגיוס אין רשימה &quot;{}&quot;.</translation>
    </message>
    <message>
        <source>The ATS&apos;s answer is not a list.</source>
        <translation>התשובה של מערכת הגיוס אינה רשימה.</translation>
    </message>
    <message>
        <source>The ATS&apos;s answer to the request for a token holds none.</source>
        <translation>בתשובה של מערכת הגיוס לבקשת אסימון אין אסימון.</translation>
    </message>
    <message>
        <source>The ATS&apos;s answer was cut short or is not JSON.</source>
        <translation>התשובה של מערכת הגיוס נקטעה או שאינה JSON.</translation>
    </message>
    <message>
        <source>The ATS&apos;s answer was cut short or is not what was asked for.</source>
        <translation>התשובה של מערכת הגיוס נקטעה או שאינה מה שהתבקש.</translation>
    </message>
    <message>
        <source>The ATS&apos;s clock is {}; it was used for this sync. Set the clock of this computer.</source>
        <translation>שעון מערכת הגיוס מראה {}; הוא שימש לסנכרון הזה. יש לכוון את שעון המחשב.</translation>
    </message>
    <message>
        <source>The ATS&apos;s gateway turned the request away.</source>
        <translation>שער הגישה של מערכת הגיוס דחה את הבקשה.</translation>
    </message>
    <message>
        <source>The ATS&apos;s link to the file is none that can be followed safely.</source>
        <translation>הקישור של מערכת הגיוס לקובץ אינו בטוח לפתיחה.</translation>
    </message>
    <message>
        <source>The ATS&apos;s pages lead in a circle.</source>
        <translation>הדפים של מערכת הגיוס מובילים במעגל.</translation>
    </message>
    <message>
        <source>The ATS&apos;s word: {}.</source>
        <translation>בלשון מערכת הגיוס: {}.</translation>
    </message>
    <message>
        <source>The JSON holds no jobs.</source>
        <translation>ב־JSON אין משרות.</translation>
    </message>
    <message>
        <source>The JSON holds no list &quot;content&quot;.</source>
        <translation>ב־JSON אין רשימה &quot;content&quot;.</translation>
    </message>
    <message>
        <source>The Parquet files could not be written ({}).</source>
        <translation>לא ניתן היה לכתוב את קובצי ה־Parquet ({}).</translation>
    </message>
    <message>
        <source>The XML declares entities of its own, which may reach into other files.</source>
        <translation>ה־XML מגדיר ישויות משלו, שעלולות לגעת בקבצים אחרים.</translation>
    </message>
    <message>
        <source>The XML was not well-formed and was mended: compare some rows with the file.</source>
        <translation>ה־XML לא היה תקין ותוקן: כדאי להשוות כמה שורות עם הקובץ.</translation>
    </message>
    <message>
        <source>The account has no API key.</source>
        <translation>לחשבון אין מפתח API.</translation>
    </message>
    <message>
        <source>The account has no client id.</source>
        <translation>לחשבון אין client id.</translation>
    </message>
    <message>
        <source>The account has no client secret, or the client id twice.</source>
        <translation>לחשבון אין client secret, או שה־client id הוזן פעמיים.</translation>
    </message>
    <message>
        <source>The account has no integration ID.</source>
        <translation>לחשבון אין מזהה חיבור (integration ID).</translation>
    </message>
    <message>
        <source>The account has no report_id, which reading interviews by a report needs.</source>
        <translation>לחשבון אין report_id, שנדרש לקריאת ראיונות מתוך דוח.</translation>
    </message>
    <message>
        <source>The account has no {}.</source>
        <translation>לחשבון אין {}.</translation>
    </message>
    <message>
        <source>The account that the row is of, or the data folder.</source>
        <translation>החשבון שהשורה שייכת לו, או תיקיית הנתונים.</translation>
    </message>
    <message>
        <source>The accounts are: {}.</source>
        <translation>החשבונות: {}.</translation>
    </message>
    <message>
        <source>The address holds a password.</source>
        <translation>הכתובת מכילה סיסמה.</translation>
    </message>
    <message>
        <source>The address names no database.</source>
        <translation>הכתובת אינה מציינת מסד נתונים.</translation>
    </message>
    <message>
        <source>The address {} is not encrypted.</source>
        <translation>הכתובת {} אינה מוצפנת.</translation>
    </message>
    <message>
        <source>The agency&apos;s contact or referrer who brings the candidate.</source>
        <translation>איש הקשר בסוכנות, או הממליץ/ה, שמביא/ה את המועמד/ת.</translation>
    </message>
    <message>
        <source>The answer about the newest version was not understood.</source>
        <translation>התשובה על הגרסה החדשה ביותר לא הובנה.</translation>
    </message>
    <message>
        <source>The answer does not name the file.</source>
        <translation>התשובה אינה מציינת את הקובץ.</translation>
    </message>
    <message>
        <source>The answer took too long.</source>
        <translation>התשובה התעכבה יותר מדי.</translation>
    </message>
    <message>
        <source>The answer was lost, and {ats} does not show whether it arrived.</source>
        <translation>התשובה אבדה, ו־{ats} אינה מראה אם זה הגיע.</translation>
    </message>
    <message>
        <source>The answer was lost, and {ats} shows more than one that may be it.</source>
        <translation>התשובה אבדה, וב־{ats} יש יותר מאחד שאולי הוא זה.</translation>
    </message>
    <message>
        <source>The answers of {} get lost again and again.</source>
        <translation>התשובות של {} אובדות שוב ושוב.</translation>
    </message>
    <message>
        <source>The candidate has already applied for this job.</source>
        <translation>כבר יש מועמדות של האדם הזה למשרה.</translation>
    </message>
    <message>
        <source>The client id or the client secret holds signs that neither can have.</source>
        <translation>ב־client id או ב־client secret יש תווים שאינם אפשריים.</translation>
    </message>
    <message>
        <source>The code {value} is in row {other}, too: no job is linked by it.</source>
        <translation>הקוד {value} מופיע גם בשורה {other}: אף משרה אינה מקושרת לפיו.</translation>
    </message>
    <message>
        <source>The column {} is needed, and no header stands for it.</source>
        <translation>העמודה {} נדרשת, ואין כותרת שמייצגת אותה.</translation>
    </message>
    <message>
        <source>The column {} of {} has too long a name for the database.</source>
        <translation>שם העמודה {} של {} ארוך מדי עבור מסד הנתונים.</translation>
    </message>
    <message>
        <source>The column {} of {} is {} in {}, and would have to be {}.</source>
        <translation>העמודה {} של {} היא {} ב־{}, והייתה צריכה להיות {}.</translation>
    </message>
    <message>
        <source>The column {} of {} would become {}; it was {}.</source>
        <translation>העמודה {0} של {1} תהפוך מ־{3} ל־{2}.</translation>
    </message>
    <message>
        <source>The column {} of {} would disappear.</source>
        <translation>העמודה {} של {} תיעלם.</translation>
    </message>
    <message>
        <source>The computer says: {}. Change it in the settings of your system instead.</source>
        <translation>הודעת המחשב: {}. אפשר לשנות זאת בהגדרות המערכת.</translation>
    </message>
    <message>
        <source>The connection broke off in the middle of the file.</source>
        <translation>החיבור נותק באמצע הקובץ.</translation>
    </message>
    <message>
        <source>The connection is not set up to its end in Kombo.</source>
        <translation>הקמת החיבור לא הושלמה ב־Kombo.</translation>
    </message>
    <message>
        <source>The connection is switched off in Kombo.</source>
        <translation>החיבור כבוי ב־Kombo.</translation>
    </message>
    <message>
        <source>The connection to {} broke off in the middle of an answer.</source>
        <translation>החיבור אל {} נותק באמצע תשובה.</translation>
    </message>
    <message>
        <source>The copy {} holds somebody who was forgotten since.</source>
        <translation>העותק {} מכיל מישהו שנשכח מאז.</translation>
    </message>
    <message>
        <source>The customer does not share &quot;{}&quot; through Kombo. The list is left out.</source>
        <translation>הלקוח אינו משתף את &quot;{}&quot; דרך Kombo. הרשימה מושמטת.</translation>
    </message>
    <message>
        <source>The customer has to connect again: Kombo&apos;s dashboard has a reconnection link for it.</source>
        <translation>הלקוח צריך להתחבר מחדש: בלוח הבקרה של Kombo יש קישור לכך.</translation>
    </message>
    <message>
        <source>The data file cannot be written.</source>
        <translation>אי אפשר לכתוב לקובץ הנתונים.</translation>
    </message>
    <message>
        <source>The data file could not be brought up to date ({}).</source>
        <translation>לא ניתן היה לעדכן את קובץ הנתונים ({}).</translation>
    </message>
    <message>
        <source>The data file could not be replaced ({}).</source>
        <translation>לא היה אפשר להחליף את קובץ הנתונים ({}).</translation>
    </message>
    <message>
        <source>The data file did not do what was expected ({}).</source>
        <translation>קובץ הנתונים לא התנהג כמצופה ({}).</translation>
    </message>
    <message>
        <source>The data file is being read.</source>
        <translation>קובץ הנתונים נקרא כרגע.</translation>
    </message>
    <message>
        <source>The data file is damaged, or it is not a file of ATS Desk.</source>
        <translation>קובץ הנתונים פגום, או שאינו קובץ של ATS Desk.</translation>
    </message>
    <message>
        <source>The data file is empty, though it was in use before.</source>
        <translation>קובץ הנתונים ריק, אף שהיה בשימוש קודם.</translation>
    </message>
    <message>
        <source>The data file was made by a newer version of ATS Desk.</source>
        <translation>קובץ הנתונים נוצר בגרסה חדשה יותר של ATS Desk.</translation>
    </message>
    <message>
        <source>The data folder {folder} is in a folder that {service} copies, which can damage the data file and takes everybody in it elsewhere.</source>
        <translation>תיקיית הנתונים {folder} נמצאת בתיקייה שמועתקת על ידי {service}; זה עלול לפגוע בקובץ הנתונים ולוקח את כל מי שבו למקום אחר.</translation>
    </message>
    <message>
        <source>The data folder {folder} is on a network drive ({kind}), where the data file can get damaged.</source>
        <translation>תיקיית הנתונים {folder} נמצאת בכונן רשת ({kind}), שבו קובץ הנתונים עלול להיפגם.</translation>
    </message>
    <message>
        <source>The data folder {} cannot be used ({}).</source>
        <translation>אי אפשר להשתמש בתיקיית הנתונים {} ({}).</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>הדיסק מלא.</translation>
    </message>
    <message>
        <source>The disk reported an error.</source>
        <translation>הדיסק דיווח על שגיאה.</translation>
    </message>
    <message>
        <source>The draft has an unknown field &quot;{}&quot;{}.</source>
        <translation>בטיוטה יש שדה לא מוכר &quot;{}&quot;{}.</translation>
    </message>
    <message>
        <source>The draft is not JSON.</source>
        <translation>הטיוטה אינה JSON.</translation>
    </message>
    <message>
        <source>The draft lacks &quot;{}&quot;.</source>
        <translation>בטיוטה חסר &quot;{}&quot;.</translation>
    </message>
    <message>
        <source>The environment has a list of allowed addresses: work from the office or its VPN, or have this address added in Kombo&apos;s dashboard.</source>
        <translation>לסביבה יש רשימת כתובות מורשות: יש לעבוד מהמשרד או מה־VPN שלו, או לבקש להוסיף את הכתובת הזאת בלוח הבקרה של Kombo.</translation>
    </message>
    <message>
        <source>The export failed ({}).</source>
        <translation>הייצוא נכשל ({}).</translation>
    </message>
    <message>
        <source>The export sent something unknown.</source>
        <translation>הייצוא שלח משהו לא מוכר.</translation>
    </message>
    <message>
        <source>The export was ended from outside.</source>
        <translation>הייצוא הופסק מבחוץ.</translation>
    </message>
    <message>
        <source>The feed has more than {} jobs.</source>
        <translation>בהזנה יש יותר מ־{} משרות.</translation>
    </message>
    <message>
        <source>The fields are: {}.</source>
        <translation>השדות: {}.</translation>
    </message>
    <message>
        <source>The fields are: {}. Leave one out with an empty text.</source>
        <translation>השדות: {}. להשמטת שדה יש לתת טקסט ריק.</translation>
    </message>
    <message>
        <source>The file could not be written anew.</source>
        <translation>לא ניתן היה לכתוב את הקובץ מחדש.</translation>
    </message>
    <message>
        <source>The file from before is as it was.</source>
        <translation>הקובץ הקודם נשאר כשהיה.</translation>
    </message>
    <message>
        <source>The file has more than {} rows.</source>
        <translation>בקובץ יש יותר מ־{} שורות.</translation>
    </message>
    <message>
        <source>The file holds no jobs.</source>
        <translation>בקובץ אין משרות.</translation>
    </message>
    <message>
        <source>The file holds no view of {}.</source>
        <translation>בקובץ אין תצוגה של {}.</translation>
    </message>
    <message>
        <source>The file is a web page, not a list.</source>
        <translation>הקובץ הוא דף אינטרנט ולא רשימה.</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>הקובץ ריק.</translation>
    </message>
    <message>
        <source>The file is larger than 200 MB.</source>
        <translation>הקובץ גדול מ־200 MB.</translation>
    </message>
    <message>
        <source>The file is larger than {} MB.</source>
        <translation>הקובץ גדול מ־{} MB.</translation>
    </message>
    <message>
        <source>The file is no table ({}).</source>
        <translation>הקובץ אינו טבלה ({}).</translation>
    </message>
    <message>
        <source>The file is no table: line {}, {}.</source>
        <translation>הקובץ אינו טבלה: שורה {}, {}.</translation>
    </message>
    <message>
        <source>The file is no whole Excel workbook.</source>
        <translation>הקובץ אינו חוברת Excel שלמה.</translation>
    </message>
    <message>
        <source>The file is no whole JSON ({}).</source>
        <translation>הקובץ אינו JSON שלם ({}).</translation>
    </message>
    <message>
        <source>The file is no whole JSON.</source>
        <translation>הקובץ אינו JSON שלם.</translation>
    </message>
    <message>
        <source>The file is no whole XML ({}).</source>
        <translation>הקובץ אינו XML שלם ({}).</translation>
    </message>
    <message>
        <source>The file {} cannot be read ({}).</source>
        <translation>אי אפשר לקרוא את הקובץ {} ({}).</translation>
    </message>
    <message>
        <source>The file&apos;s letters are in an encoding that ATS Desk does not know.</source>
        <translation>הקובץ מקודד בקידוד ש־ATS Desk אינו מכיר.</translation>
    </message>
    <message>
        <source>The file&apos;s name has {} bytes; {} are the limit.</source>
        <translation>בשם הקובץ יש {} בתים; המגבלה היא {}.</translation>
    </message>
    <message>
        <source>The file&apos;s name holds characters that cannot be seen.</source>
        <translation>בשם הקובץ יש תווים שאינם נראים.</translation>
    </message>
    <message>
        <source>The first data of this connection did not pass Kombo&apos;s checks, and waits for Kombo&apos;s support.</source>
        <translation>הנתונים הראשונים של החיבור הזה לא עברו את הבדיקות של Kombo וממתינים לתמיכה שלה.</translation>
    </message>
    <message>
        <source>The folder {} does not exist.</source>
        <translation>התיקייה {} אינה קיימת.</translation>
    </message>
    <message>
        <source>The header &quot;{}&quot; is there twice.</source>
        <translation>הכותרת &quot;{}&quot; מופיעה פעמיים.</translation>
    </message>
    <message>
        <source>The id {value} is in row {other}, too.</source>
        <translation>המזהה {value} מופיע גם בשורה {other}.</translation>
    </message>
    <message>
        <source>The identity of {} could not be verified.</source>
        <translation>לא ניתן היה לאמת את הזהות של {}.</translation>
    </message>
    <message>
        <source>The job &quot;{}&quot; of {} is not exposed.</source>
        <translation>המשרה &quot;{}&quot; של {} אינה בטיפול.</translation>
    </message>
    <message>
        <source>The job has no title.</source>
        <translation>למשרה אין שם.</translation>
    </message>
    <message>
        <source>The job takes no more applications.</source>
        <translation>המשרה אינה מקבלת עוד מועמדויות.</translation>
    </message>
    <message>
        <source>The keyring chosen in this computer&apos;s settings does not belong to the operating system.</source>
        <translation>צרור המפתחות שנבחר בהגדרות המחשב אינו של מערכת ההפעלה.</translation>
    </message>
    <message>
        <source>The keyring does not answer.</source>
        <translation>צרור המפתחות אינו עונה.</translation>
    </message>
    <message>
        <source>The keyring has neither {} for {}.</source>
        <translation>בצרור המפתחות אין {} עבור {}.</translation>
    </message>
    <message>
        <source>The keyring has no {} for {}.</source>
        <translation>בצרור המפתחות אין {} עבור {}.</translation>
    </message>
    <message>
        <source>The keyring has not been set up yet.</source>
        <translation>צרור המפתחות עדיין לא הוקם.</translation>
    </message>
    <message>
        <source>The keyring is locked.</source>
        <translation>צרור המפתחות נעול.</translation>
    </message>
    <message>
        <source>The keyring stopped in the middle of the work.</source>
        <translation>צרור המפתחות נעצר באמצע העבודה.</translation>
    </message>
    <message>
        <source>The letters of {} are in an encoding that ATS Desk does not know.</source>
        <translation>האותיות של {} מקודדות בקידוד ש־ATS Desk אינו מכיר.</translation>
    </message>
    <message>
        <source>The link to the file is over, or the file is gone.</source>
        <translation>תוקף הקישור לקובץ פג, או שהקובץ נעלם.</translation>
    </message>
    <message>
        <source>The list was read as far as it went; nothing was taken for deleted. Try again later.</source>
        <translation>הרשימה נקראה עד היכן שהגיעה; דבר לא נחשב כמחוק. כדאי לנסות שוב מאוחר יותר.</translation>
    </message>
    <message>
        <source>The lists are: {}.</source>
        <translation>הרשימות: {}.</translation>
    </message>
    <message>
        <source>The name &quot;{}&quot; does not tell what kind of file it is.</source>
        <translation>השם &quot;{}&quot; אינו מעיד איזה סוג קובץ זה.</translation>
    </message>
    <message>
        <source>The name is too long.</source>
        <translation>השם ארוך מדי.</translation>
    </message>
    <message>
        <source>The name {} could not be found.</source>
        <translation>השם {} לא נמצא.</translation>
    </message>
    <message>
        <source>The name {} is too long.</source>
        <translation>השם {} ארוך מדי.</translation>
    </message>
    <message>
        <source>The names are: {}.</source>
        <translation>השמות: {}.</translation>
    </message>
    <message>
        <source>The note of how far &quot;{}&quot; had been read ({}) cannot be right.</source>
        <translation>הרישום עד היכן נקרא &quot;{}&quot; ({}) אינו יכול להיות נכון.</translation>
    </message>
    <message>
        <source>The outbox has no submission {}.</source>
        <translation>בתיבת ההגשות אין הגשה {}.</translation>
    </message>
    <message>
        <source>The page was not read. Make the account&apos;s page size smaller.</source>
        <translation>הדף לא נקרא. יש להקטין את גודל הדף בהגדרות החשבון.</translation>
    </message>
    <message>
        <source>The permission &quot;{}&quot; is missing: ask for it at Comeet, then revoke and activate the integration again.</source>
        <translation>חסרה ההרשאה &quot;{}&quot;: יש לבקש אותה מ־Comeet, ואז לבטל את האינטגרציה ולהפעיל אותה מחדש.</translation>
    </message>
    <message>
        <source>The profile was removed; the password of {} may still be in the keyring. Remove it there.</source>
        <translation>הפרופיל הוסר; ייתכן שהסיסמה של ‏{} עדיין בצרור המפתחות. יש להסיר אותה משם.</translation>
    </message>
    <message>
        <source>The profile {} publishes there.</source>
        <translation>הפרופיל {} מפרסם לשם.</translation>
    </message>
    <message>
        <source>The proxy on the way to {} did not let the connection through ({}).</source>
        <translation>שרת ה־proxy בדרך אל {} לא אפשר את החיבור ({}).</translation>
    </message>
    <message>
        <source>The questions of this job cannot be read.</source>
        <translation>אי אפשר לקרוא את השאלות של המשרה הזאת.</translation>
    </message>
    <message>
        <source>The report of interviews was not ready in time.</source>
        <translation>דוח הראיונות לא היה מוכן בזמן.</translation>
    </message>
    <message>
        <source>The safety copy {} could not be removed ({}).</source>
        <translation>לא ניתן היה להסיר את עותק הגיבוי {} ({}).</translation>
    </message>
    <message>
        <source>The same person is in row {}, for the same job.</source>
        <translation>אותו אדם מופיע בשורה {}, לאותה משרה.</translation>
    </message>
    <message>
        <source>The secrets lack {}.</source>
        <translation>בסודות חסר {}.</translation>
    </message>
    <message>
        <source>The setting {} is &quot;{}&quot;, which is no region of Kombo.</source>
        <translation>ההגדרה {} היא &quot;{}&quot;, שאינו אזור של Kombo.</translation>
    </message>
    <message>
        <source>The setting {} is &quot;{}&quot;, which is no way to read interviews.</source>
        <translation>ההגדרה {} היא &quot;{}&quot;, שאינה דרך לקרוא ראיונות.</translation>
    </message>
    <message>
        <source>The setting {} is &quot;{}&quot;, which is not a day that has been.</source>
        <translation>ההגדרה {} היא &quot;{}&quot;, שאינו תאריך שכבר עבר.</translation>
    </message>
    <message>
        <source>The setting {} is &quot;{}&quot;, which is not a time zone.</source>
        <translation>ההגדרה {} היא &quot;{}&quot;, שאינו אזור זמן.</translation>
    </message>
    <message>
        <source>The setting {} is &quot;{}&quot;, which is not a whole number{}.</source>
        <translation>ההגדרה {} היא &quot;{}&quot;, שאינו מספר שלם{}.</translation>
    </message>
    <message>
        <source>The setting {} is more than {}, the most that Greenhouse gives at once.</source>
        <translation>ההגדרה {} גדולה מ־{}, המרב ש־Greenhouse נותנת בבת אחת.</translation>
    </message>
    <message>
        <source>The setting {} is more than {}, the most that Kombo gives at once.</source>
        <translation>ההגדרה {} גדולה מ־{}, המרב ש־Kombo נותנת בבת אחת.</translation>
    </message>
    <message>
        <source>The setting {} is no JSON object of texts.</source>
        <translation>ההגדרה {} אינה אובייקט JSON של טקסטים.</translation>
    </message>
    <message>
        <source>The setting {} names &quot;{}&quot;, which is no list of this system.</source>
        <translation>ההגדרה {} מציינת את &quot;{}&quot;, שאינה רשימה של המערכת הזאת.</translation>
    </message>
    <message>
        <source>The settings are: {}.</source>
        <translation>ההגדרות: {}.</translation>
    </message>
    <message>
        <source>The settings of {} switch &quot;{}&quot; off.</source>
        <translation>ההגדרות של {} מכבות את &quot;{}&quot;.</translation>
    </message>
    <message>
        <source>The sheet has more than {} rows.</source>
        <translation>בגיליון יש יותר מ־{} שורות.</translation>
    </message>
    <message>
        <source>The source contact&apos;s e-mail address belongs to another source in Comeet.</source>
        <translation>כתובת הדוא״ל של איש הקשר שייכת למקור אחר ב־Comeet.</translation>
    </message>
    <message>
        <source>The sync was cancelled; the next one goes on where it stopped.</source>
        <translation>הסנכרון בוטל; הבא ימשיך מהמקום שבו נעצר.</translation>
    </message>
    <message>
        <source>The system behind it may refuse them.</source>
        <translation>המערכת שמאחוריה עלולה לסרב להם.</translation>
    </message>
    <message>
        <source>The table of {} cannot be read.</source>
        <translation>אי אפשר לקרוא את הטבלה של {}.</translation>
    </message>
    <message>
        <source>The table {} would disappear.</source>
        <translation>הטבלה {} תיעלם.</translation>
    </message>
    <message>
        <source>The tables are: {}.</source>
        <translation>הטבלאות: {}.</translation>
    </message>
    <message>
        <source>The time zone of account {} is not known ({}); its dates are in UTC.</source>
        <translation>אזור הזמן של החשבון {} אינו מוכר ({}); התאריכים שלו הם ב־UTC.</translation>
    </message>
    <message>
        <source>The user is not allowed to do this in {} ({}).</source>
        <translation>המשתמש אינו מורשה לעשות זאת ב־{} ({}).</translation>
    </message>
    <message>
        <source>The user that connects Kombo with the ATS lacks a right: have the customer&apos;s administrator extend it.</source>
        <translation>למשתמש/ת שמחבר/ת את Kombo למערכת הגיוס חסרה הרשאה: מנהל/ת המערכת של הלקוח יכול/ה להרחיב אותה.</translation>
    </message>
    <message>
        <source>The vendor has called the Analytics API deprecated since 2018; the other lists tell the same.</source>
        <translation>הספק הכריז על ה־Analytics API כמיושן כבר ב־2018; הרשימות האחרות מספקות אותו מידע.</translation>
    </message>
    <message>
        <source>The views were exported by a newer version of ATS Desk.</source>
        <translation>התצוגות יוצאו בגרסה חדשה יותר של ATS Desk.</translation>
    </message>
    <message>
        <source>The workbook is in Excel&apos;s old form, or has a password.</source>
        <translation>חוברת העבודה במבנה הישן של Excel, או שיש לה סיסמה.</translation>
    </message>
    <message>
        <source>The workbook is too large.</source>
        <translation>חוברת העבודה גדולה מדי.</translation>
    </message>
    <message>
        <source>The year of {} is not likely.</source>
        <translation>השנה של {} אינה סבירה.</translation>
    </message>
    <message>
        <source>The {} &quot;{}&quot; is no longer in the ATS.</source>
        <translation>ה{} &quot;{}&quot; כבר אינו במערכת הגיוס.</translation>
    </message>
    <message>
        <source>The {} is empty.</source>
        <translation>השדה {} ריק.</translation>
    </message>
    <message>
        <source>The {} is too long for the keyring of this computer.</source>
        <translation>השדה {} ארוך מדי עבור צרור המפתחות של המחשב.</translation>
    </message>
    <message>
        <source>The {} {} is on several of your jobs.</source>
        <translation>ה{} {} מופיע/ה בכמה מהמשרות שלכם.</translation>
    </message>
    <message>
        <source>The {} {} is on {} jobs of the ATS.</source>
        <translation>ה{} {} מופיע/ה ב־{} משרות במערכת הגיוס.</translation>
    </message>
    <message>
        <source>There are other sheets: {value}.</source>
        <translation>יש גיליונות נוספים: {value}.</translation>
    </message>
    <message>
        <source>There is a view &quot;{}&quot; already.</source>
        <translation>כבר יש תצוגה &quot;{}&quot;.</translation>
    </message>
    <message>
        <source>There is already an account &quot;{}&quot;{}.</source>
        <translation>כבר יש חשבון &quot;{}&quot;{}.</translation>
    </message>
    <message>
        <source>There is no account &quot;{}&quot;.</source>
        <translation>אין חשבון &quot;{}&quot;.</translation>
    </message>
    <message>
        <source>There is no connector for &quot;{}&quot;.</source>
        <translation>אין מחבר עבור &quot;{}&quot;.</translation>
    </message>
    <message>
        <source>There is no draft {}.</source>
        <translation>אין טיוטה {}.</translation>
    </message>
    <message>
        <source>There is no export profile &quot;{}&quot;.</source>
        <translation>אין פרופיל ייצוא &quot;{}&quot;.</translation>
    </message>
    <message>
        <source>There is no format {}.</source>
        <translation>אין מבנה {}.</translation>
    </message>
    <message>
        <source>There is no import {} to be undone.</source>
        <translation>אין ייבוא {} שאפשר לבטל.</translation>
    </message>
    <message>
        <source>There is no job &quot;{}&quot;.</source>
        <translation>אין משרה &quot;{}&quot;.</translation>
    </message>
    <message>
        <source>There is no own job {}.</source>
        <translation>אין משרה שלכם {}.</translation>
    </message>
    <message>
        <source>There is no place for the file ({}).</source>
        <translation>אין מקום לקובץ ({}).</translation>
    </message>
    <message>
        <source>There is no room for {} in {}.</source>
        <translation>אין מקום עבור {} ב־{}.</translation>
    </message>
    <message>
        <source>There is no safety copy &quot;{}&quot;.</source>
        <translation>אין עותק גיבוי ״{}״.</translation>
    </message>
    <message>
        <source>There is no safety copy that could be restored.</source>
        <translation>אין עותק גיבוי שאפשר לשחזר.</translation>
    </message>
    <message>
        <source>There is no schema {} in {} any more.</source>
        <translation>אין עוד סכמה {} ב־{}.</translation>
    </message>
    <message>
        <source>There is no sheet &quot;{}&quot;.</source>
        <translation>אין גיליון &quot;{}&quot;.</translation>
    </message>
    <message>
        <source>There is no such job.</source>
        <translation>אין משרה כזאת.</translation>
    </message>
    <message>
        <source>There is no table &quot;{}&quot;.</source>
        <translation>אין טבלה &quot;{}&quot;.</translation>
    </message>
    <message>
        <source>There is no title.</source>
        <translation>אין שם.</translation>
    </message>
    <message>
        <source>There is no {} to export.</source>
        <translation>אין {} לייצוא.</translation>
    </message>
    <message>
        <source>There is nothing in the text.</source>
        <translation>אין דבר בטקסט.</translation>
    </message>
    <message>
        <source>There is nothing to do but to wait: sync again later, and the data arrives.</source>
        <translation>אפשר רק להמתין: יש לסנכרן שוב מאוחר יותר, והנתונים יגיעו.</translation>
    </message>
    <message>
        <source>There is nothing to do; the list is left out.</source>
        <translation>אין מה לעשות; הרשימה מושמטת.</translation>
    </message>
    <message>
        <source>They are sent with the next try.</source>
        <translation>הם יישלחו בניסיון הבא.</translation>
    </message>
    <message>
        <source>They look like {}.</source>
        <translation>הם נראים כך: {}.</translation>
    </message>
    <message>
        <source>This action is switched off in Kombo&apos;s scope config.</source>
        <translation>הפעולה הזאת כבויה בהגדרות ההיקף (scope config) של Kombo.</translation>
    </message>
    <message>
        <source>This computer has no keyring running.</source>
        <translation>במחשב הזה לא פועל צרור מפתחות.</translation>
    </message>
    <message>
        <source>This computer&apos;s clock and the ATS&apos;s are far apart.</source>
        <translation>שעון המחשב ושעון מערכת הגיוס רחוקים זה מזה.</translation>
    </message>
    <message>
        <source>This data folder has no pseudonyms yet.</source>
        <translation>בתיקיית הנתונים הזאת עדיין אין שמות בדויים.</translation>
    </message>
    <message>
        <source>This is being published by another window or command.</source>
        <translation>חלון אחר או פקודה אחרת מפרסמים זאת כעת.</translation>
    </message>
    <message>
        <source>This is no file of saved views.</source>
        <translation>זה אינו קובץ של תצוגות שמורות.</translation>
    </message>
    <message>
        <source>This is not the address of a database.</source>
        <translation>זו אינה כתובת של מסד נתונים.</translation>
    </message>
    <message>
        <source>This {} is of somebody who was forgotten here; what the ATS has was not kept.</source>
        <translation>ה{} שייך/ת לאדם שכל המידע עליו נמחק כאן; מה שיש במערכת הגיוס לא נשמר.</translation>
    </message>
    <message>
        <source>Tick it in the Jobs tab, or use `atsdesk jobs expose {} {}`.</source>
        <translation>יש לסמן אותה בלשונית משרות, או `atsdesk jobs expose {} {}`.</translation>
    </message>
    <message>
        <source>To have it, name {} in the account&apos;s setting include, or take it out of leave_out (in the window under Settings), and sync.</source>
        <translation>כדי לקבל אותה יש לציין את {} בהגדרה include של החשבון, או להסיר אותה מ־leave_out (בהגדרות שבחלון), ולסנכרן.</translation>
    </message>
    <message>
        <source>To take the person in again: `atsdesk erase --allow {} CANDIDATE_ID`, then sync.</source>
        <translation>כדי לקלוט את האדם מחדש: `atsdesk erase --allow {} CANDIDATE_ID`, ואז סנכרון.</translation>
    </message>
    <message>
        <source>Too many actions of this connection are under way at Kombo.</source>
        <translation>יותר מדי פעולות של החיבור הזה מתבצעות כעת ב־Kombo.</translation>
    </message>
    <message>
        <source>Try again in a few minutes; other programs may be using the same key.</source>
        <translation>כדאי לנסות שוב בעוד כמה דקות; ייתכן שתוכנות אחרות משתמשות באותו מפתח.</translation>
    </message>
    <message>
        <source>Try again in a minute.</source>
        <translation>כדאי לנסות שוב בעוד דקה.</translation>
    </message>
    <message>
        <source>Try again later.</source>
        <translation>כדאי לנסות שוב מאוחר יותר.</translation>
    </message>
    <message>
        <source>Try again later. If something was being sent, look in the ATS first whether it arrived.</source>
        <translation>כדאי לנסות שוב מאוחר יותר. אם משהו היה בשליחה, יש לבדוק תחילה במערכת הגיוס אם הגיע.</translation>
    </message>
    <message>
        <source>Try again later; nothing was lost.</source>
        <translation>כדאי לנסות שוב מאוחר יותר; דבר לא אבד.</translation>
    </message>
    <message>
        <source>Try again, or look in the ATS itself.</source>
        <translation>כדאי לנסות שוב, או לבדוק במערכת הגיוס עצמה.</translation>
    </message>
    <message>
        <source>Try again; if it stays so, log out and in again.</source>
        <translation>כדאי לנסות שוב; אם זה נמשך, לצאת ולהיכנס מחדש למחשב.</translation>
    </message>
    <message>
        <source>Two columns have one header: the second is called &quot;{header}&quot;.</source>
        <translation>לשתי עמודות אותה כותרת: השנייה נקראת &quot;{header}&quot;.</translation>
    </message>
    <message>
        <source>Two of your jobs have the id {}.</source>
        <translation>לשתיים מהמשרות שלכם יש המזהה {}.</translation>
    </message>
    <message>
        <source>Type it anew.</source>
        <translation>יש להקליד מחדש.</translation>
    </message>
    <message>
        <source>Undo that, or publish to another schema (?schema=...). Views of your own on top of the tables are safe.</source>
        <translation>בטלו זאת, או פרסמו לסכמה אחרת (?schema=...). תצוגות (views) משלכם מעל הטבלאות אינן מפריעות.</translation>
    </message>
    <message>
        <source>Undone.</source>
        <translation>בוטל.</translation>
    </message>
    <message>
        <source>Unknown.</source>
        <translation>לא ידוע.</translation>
    </message>
    <message>
        <source>Unlock it with your login password (in Passwords and Keys on Linux, in Keychain Access on a Mac), then try again.</source>
        <translation>יש לפתוח אותו בסיסמת הכניסה (ב־Linux ב־Passwords and Keys, ב־Mac ב־Keychain Access), ואז לנסות שוב.</translation>
    </message>
    <message>
        <source>Use an address that starts with https://.</source>
        <translation>יש להשתמש בכתובת שמתחילה ב־https://.</translation>
    </message>
    <message>
        <source>Use up to 40 letters, digits, - and _, beginning with a letter or digit.</source>
        <translation>עד 40 אותיות לועזיות, ספרות, - ו־_, כשהתו הראשון הוא אות או ספרה.</translation>
    </message>
    <message>
        <source>Use up to 60 letters, digits, blanks, dots, - and _, beginning with a letter or digit.</source>
        <translation>עד 60 אותיות, ספרות, רווחים, נקודות, - ו־_, כשהתו הראשון הוא אות או ספרה.</translation>
    </message>
    <message>
        <source>Wait until it has ended.</source>
        <translation>המתינו עד שזה יסתיים.</translation>
    </message>
    <message>
        <source>Wait until that is done, and try again.</source>
        <translation>יש להמתין לסיום ולנסות שוב.</translation>
    </message>
    <message>
        <source>Wait until that is done, or close the other window or command.</source>
        <translation>יש להמתין לסיום, או לסגור את החלון או הפקודה האחרים.</translation>
    </message>
    <message>
        <source>Was on this job before ({}): look first.</source>
        <translation>היה/תה במשרה הזאת בעבר ({}): כדאי לבדוק קודם.</translation>
    </message>
    <message>
        <source>Was {} ({}) meant?</source>
        <translation>האם הכוונה ל־{} ({})?</translation>
    </message>
    <message>
        <source>Was {} meant?</source>
        <translation>האם הכוונה ל־{}?</translation>
    </message>
    <message>
        <source>What colleagues wrote about people is read only where somebody decided so.</source>
        <translation>מה שעמיתים כתבו על אנשים נקרא רק אם מישהו החליט על כך.</translation>
    </message>
    <message>
        <source>What had arrived is kept; the next run goes on from there.</source>
        <translation>מה שהגיע נשמר; הסנכרון הבא ימשיך משם.</translation>
    </message>
    <message>
        <source>What is stored of it here, if anything, stays until the next sync, and is shown without --live.</source>
        <translation>מה ששמור כאן, אם יש, נשאר עד הסנכרון הבא ומוצג בלי ‎--live.</translation>
    </message>
    <message>
        <source>What it advises counts.</source>
        <translation>תקפה ההמלצה שלו.</translation>
    </message>
    <message>
        <source>What people say of their background is protected by law; it is read only where it is needed.</source>
        <translation>מה שאנשים מספרים על הרקע שלהם מוגן בחוק; הוא נקרא רק כשיש בכך צורך.</translation>
    </message>
    <message>
        <source>What the ATS has of this {} could not be read, and was set aside.</source>
        <translation>מה שיש במערכת הגיוס על ה{} לא ניתן היה לקריאה, והושם בצד.</translation>
    </message>
    <message>
        <source>What was built on {} would break, in Power BI, Tableau or Excel. Export to another place, or accept it.</source>
        <translation>מה שנבנה על {} ב־Power BI, ב־Tableau או ב־Excel יישבר. אפשר לייצא למקום אחר, או לאשר.</translation>
    </message>
    <message>
        <source>What was stored before is still there.</source>
        <translation>מה שנשמר קודם עדיין קיים.</translation>
    </message>
    <message>
        <source>Whether a newer version is out could not be found out.</source>
        <translation>לא ניתן היה לברר אם יצאה גרסה חדשה.</translation>
    </message>
    <message>
        <source>Which one is it?</source>
        <translation>איזה מהם?</translation>
    </message>
    <message>
        <source>Write digits only.</source>
        <translation>יש לכתוב ספרות בלבד.</translation>
    </message>
    <message>
        <source>Write it as a year, or a year and a month: 2019-10.</source>
        <translation>יש לכתוב שנה, או שנה וחודש: 2019-10.</translation>
    </message>
    <message>
        <source>Write it as text.</source>
        <translation>יש לכתוב כטקסט.</translation>
    </message>
    <message>
        <source>Write it as year-month-day: 2026-03-01.</source>
        <translation>יש לכתוב שנה־חודש־יום: 2026-03-01.</translation>
    </message>
    <message>
        <source>Write it as {&quot;amount&quot;: 65000, &quot;currency_code&quot;: &quot;EUR&quot;}.</source>
        <translation>יש לכתוב כך: {&quot;amount&quot;: 65000, &quot;currency_code&quot;: &quot;EUR&quot;}.</translation>
    </message>
    <message>
        <source>Write it as {&quot;min_amount&quot;: 60000, &quot;max_amount&quot;: 70000, &quot;currency_code&quot;: &quot;EUR&quot;}.</source>
        <translation>יש לכתוב כך: {&quot;min_amount&quot;: 60000, &quot;max_amount&quot;: 70000, &quot;currency_code&quot;: &quot;EUR&quot;}.</translation>
    </message>
    <message>
        <source>Write it as {&quot;min_value&quot;: 2, &quot;max_value&quot;: 5}.</source>
        <translation>יש לכתוב כך: {&quot;min_value&quot;: 2, &quot;max_value&quot;: 5}.</translation>
    </message>
    <message>
        <source>Write it like 2024-01-31, or leave it out to read everything.</source>
        <translation>יש לכתוב כך: 2024-01-31, או להשמיט כדי לקרוא הכול.</translation>
    </message>
    <message>
        <source>`atsdesk accounts test {}` shows what it gives.</source>
        <translation>הפקודה `atsdesk accounts test {}` מציגה מה זמין.</translation>
    </message>
    <message>
        <source>`atsdesk export profiles tables` names all tables and columns.</source>
        <translation>הפקודה `atsdesk export profiles tables` מונה את כל הטבלאות והעמודות.</translation>
    </message>
    <message>
        <source>`atsdesk export profiles` lists those there are.</source>
        <translation>הפקודה `atsdesk export profiles` מונה את הקיימים.</translation>
    </message>
    <message>
        <source>`atsdesk restore --list` shows them.</source>
        <translation>`atsdesk restore --list` מציג אותם.</translation>
    </message>
    <message>
        <source>a 7-Zip archive</source>
        <translation>ארכיון 7-Zip</translation>
    </message>
    <message>
        <source>a BMP picture</source>
        <translation>תמונת BMP</translation>
    </message>
    <message>
        <source>a Flash film</source>
        <translation>סרט Flash</translation>
    </message>
    <message>
        <source>a GIF picture</source>
        <translation>תמונת GIF</translation>
    </message>
    <message>
        <source>a JPEG picture</source>
        <translation>תמונת JPEG</translation>
    </message>
    <message>
        <source>a Linux program</source>
        <translation>תוכנת Linux</translation>
    </message>
    <message>
        <source>a PDF document</source>
        <translation>מסמך PDF</translation>
    </message>
    <message>
        <source>a PNG picture</source>
        <translation>תמונת PNG</translation>
    </message>
    <message>
        <source>a Pages document</source>
        <translation>מסמך Pages</translation>
    </message>
    <message>
        <source>a Photoshop picture</source>
        <translation>תמונת Photoshop</translation>
    </message>
    <message>
        <source>a PowerPoint presentation</source>
        <translation>מצגת PowerPoint</translation>
    </message>
    <message>
        <source>a RAR archive</source>
        <translation>ארכיון RAR</translation>
    </message>
    <message>
        <source>a TIFF picture</source>
        <translation>תמונת TIFF</translation>
    </message>
    <message>
        <source>a WebP picture or a sound</source>
        <translation>תמונת WebP או קובץ קול</translation>
    </message>
    <message>
        <source>a Windows program</source>
        <translation>תוכנת Windows</translation>
    </message>
    <message>
        <source>a Word document</source>
        <translation>מסמך Word</translation>
    </message>
    <message>
        <source>a ZIP archive</source>
        <translation>ארכיון ZIP</translation>
    </message>
    <message>
        <source>a drawing</source>
        <translation>שרטוט</translation>
    </message>
    <message>
        <source>a film</source>
        <translation>סרט</translation>
    </message>
    <message>
        <source>a gzip archive</source>
        <translation>ארכיון gzip</translation>
    </message>
    <message>
        <source>a macOS program</source>
        <translation>תוכנת macOS</translation>
    </message>
    <message>
        <source>a program</source>
        <translation>תוכנה</translation>
    </message>
    <message>
        <source>a script</source>
        <translation>סקריפט</translation>
    </message>
    <message>
        <source>a sound</source>
        <translation>קובץ קול</translation>
    </message>
    <message>
        <source>an Android program</source>
        <translation>יישום Android</translation>
    </message>
    <message>
        <source>an Excel workbook</source>
        <translation>חוברת עבודה של Excel</translation>
    </message>
    <message>
        <source>an Office file of the older kind</source>
        <translation>קובץ Office מהסוג הישן</translation>
    </message>
    <message>
        <source>an OpenDocument text</source>
        <translation>מסמך OpenDocument</translation>
    </message>
    <message>
        <source>an Outlook message</source>
        <translation>הודעת Outlook</translation>
    </message>
    <message>
        <source>an RTF document</source>
        <translation>מסמך RTF</translation>
    </message>
    <message>
        <source>an empty ZIP archive</source>
        <translation>ארכיון ZIP ריק</translation>
    </message>
    <message>
        <source>an icon</source>
        <translation>סמל</translation>
    </message>
    <message>
        <source>data</source>
        <translation>נתונים</translation>
    </message>
    <message>
        <source>no</source>
        <translation>לא</translation>
    </message>
    <message>
        <source>no step</source>
        <translation>ללא שלב</translation>
    </message>
    <message>
        <source>something else</source>
        <translation>משהו אחר</translation>
    </message>
    <message>
        <source>text</source>
        <translation>טקסט</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>כן</translation>
    </message>
    <message>
        <source>{ats} has this person already.</source>
        <translation>האדם הזה כבר נמצא ב־{ats}.</translation>
    </message>
    <message>
        <source>{} ({}) has {}.</source>
        <translation>ל־{} ({}) יש {}.</translation>
    </message>
    <message>
        <source>{} A pseudonym stands for it.</source>
        <translation>‏{} שם בדוי בא במקומו.</translation>
    </message>
    <message>
        <source>{} answered with something else than data.</source>
        <translation>‏{} ענתה בדבר שאינו נתונים.</translation>
    </message>
    <message>
        <source>{} broke off ({}).</source>
        <translation>{} ניתק באמצע ({}).</translation>
    </message>
    <message>
        <source>{} candidates are to be erased by the time that was chosen, which is a large share. Look at them first: Settings, Data, or `atsdesk purge --dry-run`.</source>
        <translation>לפי הזמן שנבחר יש למחוק {} מועמדים, וזה חלק גדול. כדאי להסתכל עליהם קודם: הגדרות, נתונים, או `atsdesk purge --dry-run`.</translation>
    </message>
    <message>
        <source>{} candidates of whom nothing was heard for long were erased, as was chosen.</source>
        <translation>נמחקו {} מועמדים שלא נשמע מהם זמן רב, כפי שנבחר.</translation>
    </message>
    <message>
        <source>{} cannot be asked for one {} alone.</source>
        <translation>אי אפשר לבקש מ־{} רק {} אחד/ת.</translation>
    </message>
    <message>
        <source>{} cannot be opened ({}).</source>
        <translation>אי אפשר לפתוח את {} ({}).</translation>
    </message>
    <message>
        <source>{} cannot be read ({}).</source>
        <translation>אי אפשר לקרוא את {} ({}).</translation>
    </message>
    <message>
        <source>{} cannot be written ({}).</source>
        <translation>אי אפשר לכתוב את {} ({}).</translation>
    </message>
    <message>
        <source>{} cannot be written to.</source>
        <translation>אי אפשר לכתוב אל {}.</translation>
    </message>
    <message>
        <source>{} cannot be written.</source>
        <translation>אי אפשר לכתוב את {}.</translation>
    </message>
    <message>
        <source>{} changed</source>
        <translation>השתנה: {}</translation>
    </message>
    <message>
        <source>{} changed from {} to {}</source>
        <translation>‏{}: שינוי מ־{} אל {}</translation>
    </message>
    <message>
        <source>{} could not be reached.</source>
        <translation>לא ניתן היה להתחבר אל {}.</translation>
    </message>
    <message>
        <source>{} could not be written ({}).</source>
        <translation>לא ניתן היה לכתוב את {} ({}).</translation>
    </message>
    <message>
        <source>{} did not accept the password ({}).</source>
        <translation>{} לא קיבל את הסיסמה ({}).</translation>
    </message>
    <message>
        <source>{} did not finish its answer in time.</source>
        <translation>‏{} לא סיים את התשובה בזמן.</translation>
    </message>
    <message>
        <source>{} did not let us look ({}).</source>
        <translation>‏{} לא אפשרה לבדוק ({}).</translation>
    </message>
    <message>
        <source>{} does not read &quot;{}&quot;.</source>
        <translation>‏{} אינו קורא את &quot;{}&quot;.</translation>
    </message>
    <message>
        <source>{} does not show the new application yet, so that its files have to wait.</source>
        <translation>‏{} עדיין אינה מציגה את המועמדות החדשה, ולכן הקבצים שלה ממתינים.</translation>
    </message>
    <message>
        <source>{} does not take {}.</source>
        <translation>‏{} אינה מקבלת {}.</translation>
    </message>
    <message>
        <source>{} exists already.</source>
        <translation>{} כבר קיים.</translation>
    </message>
    <message>
        <source>{} gives ATS Desk no {}.</source>
        <translation>‏{} אינה מוסרת ל־ATS Desk את {}.</translation>
    </message>
    <message>
        <source>{} has a value of the wrong kind.</source>
        <translation>ב־{} יש ערך מסוג שגוי.</translation>
    </message>
    <message>
        <source>{} has a {} that is no usable date.</source>
        <translation>ב{} יש {} שאינו תאריך תקין.</translation>
    </message>
    <message>
        <source>{} has more rows than a sheet can hold: it goes on in {}.</source>
        <translation>ב{} יש יותר שורות משגיליון יכול להכיל: ההמשך ב{}.</translation>
    </message>
    <message>
        <source>{} has more than {} rows.</source>
        <translation>ב־{} יש יותר מ־{} שורות.</translation>
    </message>
    <message>
        <source>{} has no address.</source>
        <translation>ל־{} אין כתובת.</translation>
    </message>
    <message>
        <source>{} has no candidate &quot;{}&quot; here.</source>
        <translation>ב־{} אין כאן מועמד/ת &quot;{}&quot;.</translation>
    </message>
    <message>
        <source>{} has no candidate {} here.</source>
        <translation>אין כאן ב-{} מועמד/ת {}.</translation>
    </message>
    <message>
        <source>{} has no job &quot;{}&quot; here.</source>
        <translation>ב־{} אין כאן משרה &quot;{}&quot;.</translation>
    </message>
    <message>
        <source>{} has no job &quot;{}&quot;.</source>
        <translation>ב־{} אין משרה &quot;{}&quot;.</translation>
    </message>
    <message>
        <source>{} has no list &quot;{}&quot;.</source>
        <translation>ב־{} אין רשימה &quot;{}&quot;.</translation>
    </message>
    <message>
        <source>{} has no room ({}).</source>
        <translation>אין מקום ב־{} ({}).</translation>
    </message>
    <message>
        <source>{} has no setting &quot;{}&quot;.</source>
        <translation>ל־{} אין הגדרה &quot;{}&quot;.</translation>
    </message>
    <message>
        <source>{} has no such job that is open and publishable.</source>
        <translation>ב־{} אין משרה כזאת שפתוחה וניתנת לפרסום.</translation>
    </message>
    <message>
        <source>{} has no {} &quot;{}&quot; here, through which it could be asked for.</source>
        <translation>ב־{} אין כאן {} &quot;{}&quot; שדרכו אפשר לבקש.</translation>
    </message>
    <message>
        <source>{} has no {} &quot;{}&quot;, or does not show it to this key.</source>
        <translation>ב־{} אין {} &quot;{}&quot;, או שהוא אינו גלוי למפתח הזה.</translation>
    </message>
    <message>
        <source>{} has no {} &quot;{}&quot;.</source>
        <translation>ב־{} אין {} &quot;{}&quot;.</translation>
    </message>
    <message>
        <source>{} has the header &quot;{}&quot; twice.</source>
        <translation>ב־{} הכותרת &quot;{}&quot; מופיעה פעמיים.</translation>
    </message>
    <message>
        <source>{} has the status &quot;{}&quot;, which ATS Desk does not know.</source>
        <translation>ל{} יש מצב &quot;{}&quot;, ש־ATS Desk אינו מכיר.</translation>
    </message>
    <message>
        <source>{} has {} bytes and unpacks to more than {}, or to more than {} files.</source>
        <translation>ב־{} יש {} בתים, והוא נפרס ליותר מ־{}, או ליותר מ־{} קבצים.</translation>
    </message>
    <message>
        <source>{} has {} bytes, which no ATS takes.</source>
        <translation>ב־{} יש {} בתים, ואף מערכת גיוס אינה מקבלת זאת.</translation>
    </message>
    <message>
        <source>{} has {} bytes; above {} it may be refused.</source>
        <translation>ב־{} יש {} בתים; מעל {} הוא עלול להידחות.</translation>
    </message>
    <message>
        <source>{} has {} bytes; {} are the limit of one file.</source>
        <translation>ב־{} יש {} בתים; המגבלה לקובץ אחד היא {}.</translation>
    </message>
    <message>
        <source>{} has {} characters; {} are the limit.</source>
        <translation>ב־{} יש {} תווים; המגבלה היא {}.</translation>
    </message>
    <message>
        <source>{} has {} custom fields; the first {} are columns.</source>
        <translation>ב{} יש {} שדות מותאמים; {} הראשונים הם עמודות.</translation>
    </message>
    <message>
        <source>{} has {} rows in {}, and should have {}.</source>
        <translation>ב־{} יש {} שורות ב־{}, ואמורות להיות {}.</translation>
    </message>
    <message>
        <source>{} has {} rows: a folder of CSV or Parquet files is read much faster.</source>
        <translation>ב־{} יש {} שורות: תיקייה של קובצי CSV או Parquet נקראת הרבה יותר מהר.</translation>
    </message>
    <message>
        <source>{} holds characters that cannot be seen.</source>
        <translation>ב־{} יש תווים שאינם נראים.</translation>
    </message>
    <message>
        <source>{} holds no document of its kind.</source>
        <translation>ב־{} אין מסמך מסוגו.</translation>
    </message>
    <message>
        <source>{} integration again.</source>
        <translation>את האינטגרציה {} שוב.</translation>
    </message>
    <message>
        <source>{} is a folder.</source>
        <translation>‏{} היא תיקייה.</translation>
    </message>
    <message>
        <source>{} is above {}.</source>
        <translation>‏{} גדול מ־{}.</translation>
    </message>
    <message>
        <source>{} is an archive and no document.</source>
        <translation>‏{} הוא ארכיון ולא מסמך.</translation>
    </message>
    <message>
        <source>{} is below {}.</source>
        <translation>‏{} קטן מ־{}.</translation>
    </message>
    <message>
        <source>{} is cut off: its end is missing.</source>
        <translation>‏{} קטוע: הסוף חסר.</translation>
    </message>
    <message>
        <source>{} is empty (0 bytes).</source>
        <translation>‏{} ריק (0 בתים).</translation>
    </message>
    <message>
        <source>{} is empty.</source>
        <translation>‏{} ריק.</translation>
    </message>
    <message>
        <source>{} is in the ATS again</source>
        <translation>‏{}: שוב במערכת הגיוס</translation>
    </message>
    <message>
        <source>{} is larger than {} bytes.</source>
        <translation>‏{} גדול מ־{} בתים.</translation>
    </message>
    <message>
        <source>{} is missing.</source>
        <translation>‏{} חסר.</translation>
    </message>
    <message>
        <source>{} is named like {}, and holds {}.</source>
        <translation>‏{} נקרא כמו {}, ומכיל {}.</translation>
    </message>
    <message>
        <source>{} is neither yes nor no.</source>
        <translation>‏{} אינו כן ואינו לא.</translation>
    </message>
    <message>
        <source>{} is no longer in the ATS</source>
        <translation>‏{}: כבר לא במערכת הגיוס</translation>
    </message>
    <message>
        <source>{} is no number that phones have.</source>
        <translation>‏{} אינו מספר טלפון אפשרי.</translation>
    </message>
    <message>
        <source>{} is no table ({}).</source>
        <translation>‏{} אינו טבלה ({}).</translation>
    </message>
    <message>
        <source>{} is no text.</source>
        <translation>‏{} אינו טקסט.</translation>
    </message>
    <message>
        <source>{} is no time in months.</source>
        <translation>{} אינו זמן בחודשים.</translation>
    </message>
    <message>
        <source>{} is no workbook that can be read.</source>
        <translation>‏{} אינו חוברת עבודה שאפשר לקרוא.</translation>
    </message>
    <message>
        <source>{} is not a file of ATS Desk.</source>
        <translation>‏{} אינו קובץ של ATS Desk.</translation>
    </message>
    <message>
        <source>{} is not a folder that ATS Desk has written.</source>
        <translation>‏{} אינה תיקייה ש־ATS Desk כתב.</translation>
    </message>
    <message>
        <source>{} is not a name for a {}.</source>
        <translation>‏{} אינו שם של {}.</translation>
    </message>
    <message>
        <source>{} is not a number.</source>
        <translation>‏{} אינו מספר.</translation>
    </message>
    <message>
        <source>{} is open in another program, or protected.</source>
        <translation>‏{} פתוח בתוכנה אחרת, או מוגן.</translation>
    </message>
    <message>
        <source>{} is protected with a password.</source>
        <translation>‏{} מוגן בסיסמה.</translation>
    </message>
    <message>
        <source>{} is protected, and may ask for a password.</source>
        <translation>‏{} מוגן, ועשוי לבקש סיסמה.</translation>
    </message>
    <message>
        <source>{} is published there by another data folder.</source>
        <translation>{} מתפרסם שם מתיקיית נתונים אחרת.</translation>
    </message>
    <message>
        <source>{} is published there by another data folder{}.</source>
        <translation>{} מתפרסם שם מתיקיית נתונים אחרת{}.</translation>
    </message>
    <message>
        <source>{} is read directly, so that there is nothing to ask for.</source>
        <translation>‏{} נקראת ישירות, ולכן אין מה לבקש.</translation>
    </message>
    <message>
        <source>{} is there {} times.</source>
        <translation>‏{} מופיע {} פעמים.</translation>
    </message>
    <message>
        <source>{} is too large for an Excel workbook.</source>
        <translation>‏{} גדול מדי עבור חוברת עבודה של Excel.</translation>
    </message>
    <message>
        <source>{} is too large.</source>
        <translation>‏{} גדול מדי.</translation>
    </message>
    <message>
        <source>{} is {}.</source>
        <translation>‏{} הוא {}.</translation>
    </message>
    <message>
        <source>{} is {}; known to be taken as {}: {}.</source>
        <translation>‏{} הוא {}; ידוע שמתקבל בתור {}: {}.</translation>
    </message>
    <message>
        <source>{} is {}; taken as {}: {}.</source>
        <translation>‏{} הוא {}; מתקבל בתור {}: {}.</translation>
    </message>
    <message>
        <source>{} may be damaged: its table of contents is not where it should be.</source>
        <translation>‏{} אולי פגום: תוכן העניינים שלו אינו במקומו.</translation>
    </message>
    <message>
        <source>{} needs the {} ({}).</source>
        <translation>‏{} צריך את {} ({}).</translation>
    </message>
    <message>
        <source>{} of {} records are no longer in the ATS&apos;s list of {}. Nothing was deleted here.</source>
        <translation>‏{} מתוך {} רשומות כבר אינן ברשימה של {} במערכת הגיוס. כאן לא נמחק דבר.</translation>
    </message>
    <message>
        <source>{} records were set aside; see the issues.</source>
        <translation>‏{} רשומות הושמו בצד; ראו מה דורש טיפול.</translation>
    </message>
    <message>
        <source>{} refused the account&apos;s key.</source>
        <translation>‏{} דחתה את המפתח של החשבון.</translation>
    </message>
    <message>
        <source>{} removed (was {})</source>
        <translation>‏{}: הוסר (היה {})</translation>
    </message>
    <message>
        <source>{} says nothing alone.</source>
        <translation>‏{} לבדו אינו אומר דבר.</translation>
    </message>
    <message>
        <source>{} set to {}</source>
        <translation>‏{}: נקבע ל־{}</translation>
    </message>
    <message>
        <source>{} takes {}.</source>
        <translation>‏{} מקבלת {}.</translation>
    </message>
    <message>
        <source>{} wants a password.</source>
        <translation>{} דורש סיסמה.</translation>
    </message>
    <message>
        <source>{} was added</source>
        <translation>נוסף: {}</translation>
    </message>
    <message>
        <source>{} was chosen, and is not there any more.</source>
        <translation>‏{} נבחר, וכבר אינו קיים.</translation>
    </message>
    <message>
        <source>{} was never synced.</source>
        <translation>‏{} לא סונכרן מעולם.</translation>
    </message>
    <message>
        <source>{} was not imported.</source>
        <translation>‏{} לא יובא.</translation>
    </message>
    <message>
        <source>{} was not reached ({}).</source>
        <translation>לא הייתה גישה אל {} ({}).</translation>
    </message>
    <message>
        <source>{} was refused ({}).</source>
        <translation>הגישה אל {} נדחתה ({}).</translation>
    </message>
    <message>
        <source>{} was removed; its secrets may still be in the keyring. Remove them there.</source>
        <translation>‏{} הוסר; ייתכן שהסודות שלו עדיין בצרור המפתחות. יש להסיר אותם משם.</translation>
    </message>
    <message>
        <source>{}, of {}.</source>
        <translation>{}, של {}.</translation>
    </message>
    <message>
        <source>{}, where the ATS keeps the file, answered {}.</source>
        <translation>‏{}, שם מערכת הגיוס שומרת את הקובץ, ענה {}.</translation>
    </message>
    <message>
        <source>{}, where the ATS keeps the file, could not be reached.</source>
        <translation>לא ניתן היה להתחבר אל {}, שם מערכת הגיוס שומרת את הקובץ.</translation>
    </message>
    <message>
        <source>{}, {}: what does not fit the column&apos;s type is blank in Parquet.</source>
        <translation>{}, {}: מה שאינו מתאים לסוג העמודה נשאר ריק ב־Parquet.</translation>
    </message>
    <message>
        <source>{}: &quot;{}&quot; is not among the choices.</source>
        <translation>‏{}: &quot;{}&quot; אינו בין האפשרויות.</translation>
    </message>
    <message>
        <source>{}: it ended ({}) before it began ({}).</source>
        <translation>‏{}: הסתיים ({}) לפני שהתחיל ({}).</translation>
    </message>
    <message>
        <source>{}: no file is chosen.</source>
        <translation>‏{}: לא נבחר קובץ.</translation>
    </message>
    <message>
        <source>{}: no system is called &quot;{}&quot;.</source>
        <translation>‏{}: אין מערכת בשם &quot;{}&quot;.</translation>
    </message>
    <message>
        <source>{}: the ATS takes no {}.</source>
        <translation>‏{}: מערכת הגיוס אינה מקבלת {}.</translation>
    </message>
    <message>
        <source>{}: there are {} files, and 1 can be sent.</source>
        <translation>‏{}: יש {} קבצים, ואפשר לשלוח אחד.</translation>
    </message>
    <message>
        <source>{}: there are {} files, and {} can be sent.</source>
        <translation>‏{}: יש {} קבצים, ואפשר לשלוח {}.</translation>
    </message>
    <message>
        <source>{}: there are {} files, and {} must be sent.</source>
        <translation>‏{}: יש {} קבצים, וחובה לשלוח {}.</translation>
    </message>
    <message>
        <source>{}: there are {}, and {} takes {}.</source>
        <translation>‏{}: יש {}, ו־{} מקבלת {}.</translation>
    </message>
    <message>
        <source>{}: {}</source>
        <translation>{}: {}</translation>
    </message>
    <message>
        <source>{}{} name different jobs of the ATS.</source>
        <translation>‏{}{} מציינים משרות שונות במערכת הגיוס.</translation>
    </message>
    <message>
        <source>{}{}. Its news arrive with the next syncs, within some minutes.</source>
        <translation>‏{}{}. החידושים יגיעו בסנכרונים הבאים, בתוך כמה דקות.</translation>
    </message>
    <message>
        <source>“{}” is not answered.</source>
        <translation>ל&quot;{}&quot; אין תשובה.</translation>
    </message>
</context>
<context>
    <name>trouble</name>
    <message>
        <source>Something unexpected happened.</source>
        <translation>קרה משהו לא צפוי.</translation>
    </message>
    <message>
        <source>That did not work.</source>
        <translation>הפעולה לא הצליחה.</translation>
    </message>
    <message>
        <source>The computer says: {}.</source>
        <translation>הודעת המחשב: {}.</translation>
    </message>
    <message>
        <source>Your data is safe and you can go on. If it happens again, copy the details and send them to us.</source>
        <translation>הנתונים בטוחים ואפשר להמשיך. אם זה יקרה שוב, נשמח לקבל את הפרטים המועתקים.</translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>Abandoned</source>
        <translation>ננטש</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>אושר</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>פעיל</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>מאושר</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>בארכיון</translation>
    </message>
    <message>
        <source>Called off</source>
        <translation>בוטלה</translation>
    </message>
    <message>
        <source>Canceled</source>
        <translation>בוטל</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>בוטל</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>סגורה</translation>
    </message>
    <message>
        <source>Closed since exposed</source>
        <translation>נסגרה מאז שבטיפול</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>הושלם</translation>
    </message>
    <message>
        <source>Confidential</source>
        <translation>חסויה</translation>
    </message>
    <message>
        <source>Current</source>
        <translation>נוכחי</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>סירוב</translation>
    </message>
    <message>
        <source>Delegated</source>
        <translation>הועבר לאחר</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>בוצע</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>טיוטה</translation>
    </message>
    <message>
        <source>Exposed and open</source>
        <translation>בטיפול ופתוחה</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>נכשל</translation>
    </message>
    <message>
        <source>Finished with issues</source>
        <translation>הסתיים עם תקלות</translation>
    </message>
    <message>
        <source>Future</source>
        <translation>עתידי</translation>
    </message>
    <message>
        <source>Given</source>
        <translation>ניתן</translation>
    </message>
    <message>
        <source>Gone</source>
        <translation>נעלמו</translation>
    </message>
    <message>
        <source>Hired</source>
        <translation>גויס/ה</translation>
    </message>
    <message>
        <source>Internal</source>
        <translation>פנימי</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>הושמט</translation>
    </message>
    <message>
        <source>Needs a decision</source>
        <translation>דורש החלטה</translation>
    </message>
    <message>
        <source>No</source>
        <translation>לא</translation>
    </message>
    <message>
        <source>Not answered</source>
        <translation>ללא תשובה</translation>
    </message>
    <message>
        <source>Not available</source>
        <translation>לא זמין</translation>
    </message>
    <message>
        <source>Not exposed</source>
        <translation>לא בטיפול</translation>
    </message>
    <message>
        <source>Not permitted</source>
        <translation>אין הרשאה</translation>
    </message>
    <message>
        <source>Not published</source>
        <translation>לא פורסמה</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>בהמתנה</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>פתוחה</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>נפתחה שוב</translation>
    </message>
    <message>
        <source>Over the limit</source>
        <translation>מעל המגבלה</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>באיחור</translation>
    </message>
    <message>
        <source>Past</source>
        <translation>התקיים</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>ממתין לתשובה</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>בתור</translation>
    </message>
    <message>
        <source>Readable</source>
        <translation>קריא</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>נדחה</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>מתבצע</translation>
    </message>
    <message>
        <source>Scheduled</source>
        <translation>נקבע</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>בשליחה</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>נשלח</translation>
    </message>
    <message>
        <source>Sign-in refused</source>
        <translation>הכניסה נדחתה</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>דולג</translation>
    </message>
    <message>
        <source>Succeeded</source>
        <translation>הצליח</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>תבנית</translation>
    </message>
    <message>
        <source>Tentative</source>
        <translation>אולי</translation>
    </message>
    <message>
        <source>Timed out</source>
        <translation>תם הזמן</translation>
    </message>
    <message>
        <source>Transferred</source>
        <translation>הועבר/ה</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>לא ידוע</translation>
    </message>
    <message>
        <source>Upcoming</source>
        <translation>קרוב</translation>
    </message>
    <message>
        <source>Waiting for the ATS</source>
        <translation>ממתין למערכת הגיוס</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>פרש/ה</translation>
    </message>
    <message>
        <source>Within the limit</source>
        <translation>בתוך המגבלה</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>כן</translation>
    </message>
</context>
</TS>
